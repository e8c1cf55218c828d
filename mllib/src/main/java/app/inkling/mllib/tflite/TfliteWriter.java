package app.inkling.mllib.tflite;

import app.inkling.mllib.tflite.TfliteModel.Data;
import app.inkling.mllib.tflite.TfliteModel.OperatorEntry;
import app.inkling.mllib.tflite.TfliteModel.TensorEntry;
import app.inkling.mllib.tflite.TfliteOperator.Versioned;
import com.google.flatbuffers.FlatBufferBuilder;
import com.google.flatbuffers.FlatBufferBuilder.ByteBufferFactory;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Turns a {@link TfliteModel} into the bytes of a {@code .tflite} file; the same model gives the same bytes.
 * They are made where they stay: beside the model itself there is one copy of its weights.
 *
 * <p>The numbers in the {@code add} calls are the slots of TensorFlow Lite's {@code schema.fbs}, schema
 * version 3: a few dozen of them stand in for 600 KB of generated classes.
 */
final class TfliteWriter {
  private static final int SCHEMA_VERSION = 3;
  /**
   * What {@code schema.fbs} asks for with {@code force_align}: kernels read weights with vector instructions.
   */
  private static final int DATA_ALIGNMENT = 16;
  private static final String SIGNATURE_KEY = "serving_default";
  private static final String RUNTIME_METADATA = "min_runtime_version";
  private static final int RUNTIME_METADATA_LENGTH = 16;

  /** More than a tensor or an operator wants beside its numbers; too little would only cost a copy. */
  private static final int BYTES_EACH = 1 << 10;

  private final FlatBufferBuilder builder;
  private final TfliteModel model;
  private final List<Versioned> operatorCodes = new ArrayList<>();
  /** Offsets of the buffer tables so far. */
  private final List<Integer> buffers = new ArrayList<>();

  private TfliteWriter(TfliteModel model, IntFunction<ByteBuffer> memory) {
    this.model = model;
    builder = new FlatBufferBuilder(room(model), new ByteBufferFactory() {
      @Override
      public ByteBuffer newByteBuffer(int capacity) {
        return memory.apply(capacity).order(ByteOrder.LITTLE_ENDIAN);
      }
    });
    for (OperatorEntry entry : model.operators) {
      if (!operatorCodes.contains(entry.operator())) {
        operatorCodes.add(entry.operator());
      }
    }
  }

  private static int room(TfliteModel model) {
    int room = BYTES_EACH * (1 + model.tensors.size() + model.operators.size());
    for (TensorEntry tensor : model.tensors) {
      int scales = tensor.quantization() == null ? 0 : tensor.quantization().scales().length;
      room += (tensor.data() == null ? 0 : tensor.bytes()) + scales * (Float.BYTES + Long.BYTES);
    }
    return room;
  }

  /** The file's bytes, read-only. */
  static ByteBuffer write(TfliteModel model, IntFunction<ByteBuffer> memory) {
    return new TfliteWriter(model, memory).write();
  }

  private ByteBuffer write() {
    buffer(0, file -> { }); // buffer 0 means "no data"
    byte[] runtime = TfliteOperator.minimumRuntime(operatorCodes).getBytes(StandardCharsets.US_ASCII);
    int runtimeBuffer = buffer(RUNTIME_METADATA_LENGTH,
        file -> file.put(Arrays.copyOf(runtime, RUNTIME_METADATA_LENGTH)));
    int metadata = vector(nameAndIndex(RUNTIME_METADATA, runtimeBuffer));
    int subgraphs = vector(subgraph());
    int codes = operatorCodes();
    int signatures = vector(signature());
    int description = builder.createString(model.description);
    int bufferVector = vector(array(buffers));
    builder.startTable(8);
    builder.addInt(0, SCHEMA_VERSION, 0);
    builder.addOffset(1, codes, 0);
    builder.addOffset(2, subgraphs, 0);
    builder.addOffset(3, description, 0);
    builder.addOffset(4, bufferVector, 0);
    builder.addOffset(6, metadata, 0);
    builder.addOffset(7, signatures, 0);
    builder.finish(builder.endTable(), "TFL3");
    return builder.dataBuffer().slice().asReadOnlyBuffer();
  }

  /** Writes a buffer and returns its index. */
  private int buffer(int bytes, Data data) {
    int vector = 0;
    if (bytes > 0) {
      data.put(builder.createUnintializedVector(1, bytes, DATA_ALIGNMENT));
      vector = builder.endVector();
    }
    builder.startTable(1);
    builder.addOffset(0, vector, 0);
    buffers.add(builder.endTable());
    return buffers.size() - 1;
  }

  private int subgraph() {
    int tensors = tensors();
    int operators = operators();
    int inputs = intVector(builder, array(model.inputs.values()));
    int outputs = intVector(builder, array(model.outputs.values()));
    int name = builder.createString("main");
    builder.startTable(5);
    builder.addOffset(0, tensors, 0);
    builder.addOffset(1, inputs, 0);
    builder.addOffset(2, outputs, 0);
    builder.addOffset(3, operators, 0);
    builder.addOffset(4, name, 0);
    return builder.endTable();
  }

  private int tensors() {
    int[] tables = new int[model.tensors.size()];
    for (int i = 0; i < tables.length; i++) {
      TensorEntry tensor = model.tensors.get(i);
      int buffer = tensor.data() == null ? 0 : buffer(tensor.bytes(), file -> put(tensor, file));
      int shape = intVector(builder, tensor.shape());
      int name = builder.createString(tensor.name());
      int quantization = tensor.quantization() == null ? 0 : quantization(tensor.quantization());
      builder.startTable(9);
      builder.addOffset(0, shape, 0);
      builder.addByte(1, (byte) tensor.type().code, 0);
      builder.addInt(2, buffer, 0);
      builder.addOffset(3, name, 0);
      builder.addOffset(4, quantization, 0);
      builder.addBoolean(5, tensor.variable(), false);
      builder.addBoolean(8, true, false); // has_rank
      tables[i] = builder.endTable();
    }
    return vector(tables);
  }

  private static void put(TensorEntry tensor, ByteBuffer file) {
    try {
      tensor.data().put(file);
    } catch (BufferOverflowException tooMany) {
      throw new IllegalStateException(wrongSize(tensor, "more"), tooMany);
    }
    if (file.hasRemaining()) {
      throw new IllegalStateException(wrongSize(tensor, file.remaining() + " fewer"));
    }
  }

  private static String wrongSize(TensorEntry tensor, String got) {
    return "Tensor \"" + tensor.name() + "\": shape holds " + tensor.bytes() + " bytes, got " + got;
  }

  private int quantization(Quantization quantization) {
    float[] scales = quantization.scales();
    builder.startVector(8, scales.length, 8);
    for (int i = 0; i < scales.length; i++) {
      builder.addLong(quantization.zeroPoint());
    }
    int zeroPoints = builder.endVector();
    builder.startVector(4, scales.length, 4);
    for (int i = scales.length - 1; i >= 0; i--) {
      builder.addFloat(scales[i]);
    }
    int scaleVector = builder.endVector();
    builder.startTable(7); // by channel: of dimension 0, the default
    builder.addOffset(2, scaleVector, 0);
    builder.addOffset(3, zeroPoints, 0);
    return builder.endTable();
  }

  private int operators() {
    int[] tables = new int[model.operators.size()];
    for (int i = 0; i < tables.length; i++) {
      OperatorEntry entry = model.operators.get(i);
      int operands = intVector(builder, entry.operands());
      int results = intVector(builder, entry.results());
      int options = entry.options().write(builder);
      builder.startTable(5);
      builder.addInt(0, operatorCodes.indexOf(entry.operator()), 0);
      builder.addOffset(1, operands, 0);
      builder.addOffset(2, results, 0);
      builder.addByte(3, (byte) entry.operator().operator().optionsType, 0);
      builder.addOffset(4, options, 0);
      tables[i] = builder.endTable();
    }
    return vector(tables);
  }

  private int operatorCodes() {
    int[] tables = new int[operatorCodes.size()];
    for (int i = 0; i < tables.length; i++) {
      Versioned operator = operatorCodes.get(i);
      int code = operator.operator().code;
      builder.startTable(4);
      builder.addByte(0, (byte) Math.min(code, 127), 0); // where old runtimes look
      builder.addInt(2, operator.version(), 1);
      builder.addInt(3, code, 0);
      tables[i] = builder.endTable();
    }
    return vector(tables);
  }

  private int signature() {
    int inputs = tensorMap(model.inputs);
    int outputs = tensorMap(model.outputs);
    int key = builder.createString(SIGNATURE_KEY);
    builder.startTable(5);
    builder.addOffset(0, inputs, 0);
    builder.addOffset(1, outputs, 0);
    builder.addOffset(2, key, 0);
    return builder.endTable(); // of subgraph 0, the default
  }

  private int tensorMap(Map<String, Integer> names) {
    List<Integer> tables = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : names.entrySet()) {
      tables.add(nameAndIndex(entry.getKey(), entry.getValue()));
    }
    return vector(array(tables));
  }

  /**
   * {@code TensorMap} (a name and a tensor) and {@code Metadata} (a name and a buffer) are laid out alike.
   */
  private int nameAndIndex(String text, int index) {
    int name = builder.createString(text);
    builder.startTable(2);
    builder.addOffset(0, name, 0);
    builder.addInt(1, index, 0);
    return builder.endTable();
  }

  private int vector(int... tables) {
    return builder.createVectorOfTables(tables);
  }

  static int intVector(FlatBufferBuilder builder, int... values) {
    builder.startVector(4, values.length, 4);
    for (int i = values.length - 1; i >= 0; i--) {
      builder.addInt(values[i]);
    }
    return builder.endVector();
  }

  private static int[] array(Collection<Integer> values) {
    int[] array = new int[values.size()];
    int i = 0;
    for (int value : values) {
      array[i++] = value;
    }
    return array;
  }
}
