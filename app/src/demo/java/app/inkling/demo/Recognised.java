package app.inkling.demo;

/**
 * One drawing of the demo and what the app made of it.
 *
 * @param hand who drew it, or that it is synthetic
 * @param drawn the digit meant
 * @param shown the figure on the screen: a digit, or a question mark when refused
 * @param said the words below it
 * @param milliseconds from the finger's last lifting to the guess on the screen
 * @param picture file name of its picture
 */
record Recognised(String hand, int drawn, String shown, String said, double milliseconds, String picture) {
  boolean right() {
    return shown.equals(Integer.toString(drawn));
  }
}
