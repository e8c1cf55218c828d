package app.inkling.mllib.autodiff;

/** One way to compute the gradient by a convolution's weight. */
interface ConvWeightGradient {
  void run();
}
