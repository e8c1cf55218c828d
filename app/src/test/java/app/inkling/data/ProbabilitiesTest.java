package app.inkling.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public final class ProbabilitiesTest {
  @Test
  public void readsBackWhatItWroteToTheBit() {
    float[] probabilities = {0, 1, 0.1f, Float.MIN_VALUE, 1 / 3f};
    assertArrayEquals(probabilities, Probabilities.fromBytes(Probabilities.toBytes(probabilities)), 0);
  }

  @Test
  public void writesLittleEndianWhateverThePhone() {
    assertArrayEquals(new byte[] {0, 0, (byte) 0x80, 0x3f}, Probabilities.toBytes(new float[] {1}));
  }

  @Test
  public void refusesBytesThatAreNoFloats() {
    assertThrows(IllegalArgumentException.class, () -> Probabilities.fromBytes(new byte[7]));
  }
}
