package app.inkling.mllib.tflite;

import java.util.Locale;

/** How a file holds its weights, and what it computes with. */
public enum Precision {
  /** 32-bit floats throughout: the answers of our own forward pass, to 1e-5. */
  FLOAT32,
  /** Weights as 16-bit floats, half the size; computed in 32-bit floats, or in 16 where a GPU prefers it. */
  FLOAT16,
  /**
   * Weights as 8-bit integers, a quarter of the size; activations are floats, and are rounded to 8 bits on
   * the way into each product, by their range of that moment.
   */
  DYNAMIC_INT8,
  /**
   * Weights and activations as 8-bit integers, by ranges that were seen on examples: dense and convolutional
   * networks alone.
   */
  INT8;

  /** As options spell it: {@code dynamic-int8}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
