package app.inkling.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Probabilities as bytes: one little-endian 32-bit float each, in the order of the classes. */
public final class Probabilities {
  private Probabilities() {}

  public static byte[] toBytes(float[] probabilities) {
    ByteBuffer buffer = ByteBuffer.allocate(probabilities.length * Float.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(probabilities);
    return buffer.array();
  }

  /** @throws IllegalArgumentException if the length is no multiple of four */
  public static float[] fromBytes(byte[] bytes) {
    if (bytes.length % Float.BYTES != 0) {
      throw new IllegalArgumentException(
          "Probabilities: got " + bytes.length + " bytes; wants a multiple of " + Float.BYTES);
    }
    float[] probabilities = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(probabilities);
    return probabilities;
  }
}
