package app.inkling.mllib.autodiff;

/** What a window does at an image's edge; TensorFlow's two kinds. */
public enum Padding {
  /** The window stays inside: {@code out = floor((in - window) / stride) + 1}. */
  VALID {
    @Override
    public int outputSize(int size, int window, int stride) {
      return size < window ? 0 : (size - window) / stride + 1;
    }

    @Override
    public int before(int size, int window, int stride) {
      return 0;
    }
  },

  /**
   * Zeros around, as many as {@code out = ceil(in / stride)} needs; an odd one goes to the bottom and the
   * right.
   */
  SAME {
    @Override
    public int outputSize(int size, int window, int stride) {
      return (size + stride - 1) / stride;
    }

    @Override
    public int before(int size, int window, int stride) {
      return Math.max(0, (outputSize(size, window, stride) - 1) * stride + window - size) / 2;
    }
  };

  /** Pixels from a window's first tap to its last, both counted, when taps are so many pixels apart. */
  public static int span(int window, int dilation) {
    return (window - 1) * dilation + 1;
  }

  /** Number of window positions along one axis; 0 if the window doesn't fit. */
  public abstract int outputSize(int size, int window, int stride);

  /** Number of zeros before the first pixel. */
  public abstract int before(int size, int window, int stride);
}
