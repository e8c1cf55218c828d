package app.inkling.engines;

import app.inkling.common.PackedFiles;
import app.inkling.mllib.autodiff.Padding;
import app.inkling.mllib.digits.DigitModel;
import app.inkling.mllib.nn.Conv2d;
import app.inkling.mllib.nn.Dense;
import app.inkling.mllib.nn.Flatten;
import app.inkling.mllib.nn.Image;
import app.inkling.mllib.nn.MaxPool2d;
import app.inkling.mllib.nn.Relu;
import app.inkling.mllib.nn.Sequential;
import app.inkling.mllib.nn.Softmax;
import app.inkling.mllib.tensor.Initializer;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.tflite.ExportException;
import app.inkling.mllib.tflite.TfliteFile;
import java.io.FileNotFoundException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A digit network with random weights, and its files as the app would carry them. */
final class MadeModel {
  private final DigitModel model;
  private final Files files = new Files();

  MadeModel(long seed) {
    Initializer random = Initializer.he(new Rng(seed));
    model = new DigitModel(new Sequential("made", new Image(28, 28, 1),
        new Conv2d("first", 1, 4, 5, Padding.VALID, random), new Relu(), new MaxPool2d(2, 2), new Flatten(),
        new Dense("output", 12 * 12 * 4, DigitModel.CLASSES, random), new Softmax()), 0.75f, Map.of());
    try {
      byte[] tflite = model.toTflite();
      files.put(ShippedDigits.CHECKPOINT, model.toCheckpoint().toBytes());
      files.put(ShippedDigits.TFLITE, tflite);
      files.put(ShippedDigits.TFLITE + ".sha256",
          (TfliteFile.sha256(tflite) + "  digits.tflite\n").getBytes(StandardCharsets.US_ASCII));
    } catch (ExportException e) {
      throw new IllegalStateException(e);
    }
  }

  DigitModel model() {
    return model;
  }

  Files files() {
    return files;
  }

  /** Files in memory that can be damaged. */
  static final class Files implements PackedFiles {
    private final Map<String, byte[]> contents = new HashMap<>();

    void put(String name, byte[] content) {
      contents.put(name, content);
    }

    void remove(String name) {
      contents.remove(name);
    }

    /** Takes over files of these names. */
    void copy(Files from, String... names) {
      for (String name : names) {
        contents.put(name, from.contents.get(name));
      }
    }

    /** Flips one bit in the middle. */
    void damage(String name) {
      byte[] content = contents.get(name);
      content[content.length / 2] ^= 4;
    }

    @Override
    public byte[] read(String name) throws FileNotFoundException {
      byte[] content = contents.get(name);
      if (content == null) {
        throw new FileNotFoundException(name);
      }
      return content.clone();
    }

    @Override
    public ByteBuffer map(String name) throws FileNotFoundException {
      byte[] content = read(name);
      ByteBuffer direct = ByteBuffer.allocateDirect(content.length).order(ByteOrder.nativeOrder());
      direct.put(content).rewind();
      return direct;
    }
  }
}
