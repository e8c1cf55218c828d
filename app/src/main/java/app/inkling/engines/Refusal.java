package app.inkling.engines;

import androidx.annotation.Nullable;

/**
 * What we know ourselves about why one of TensorFlow Lite's engines can't be used. The sentence is stored as
 * the reason, followed in brackets by what driver, library or system said; the screen finds the refusal by
 * its sentence and says the same in the user's words.
 */
public enum Refusal {
  FILE("the model's file can't be used"),
  LARGE_PAGES(
      "this phone's memory has pages of 16 KB, TensorFlow Lite's native library is built for pages of 4 KB"),
  LIBRARY("the native library is missing or does not fit"),
  UNKNOWN_GPU("TensorFlow Lite doesn't know this phone's GPU as one that works"),
  OTHER_ANDROID("it is used on Android 9 to 14 only"),
  DRIVER("its driver can't be used"),
  MODEL("TensorFlow Lite refuses the model"),
  RUN("TensorFlow Lite failed"),
  CPU_INSTEAD("the CPU ran the model in its place");

  private static final String BEGIN = " (";

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  /** The sentence alone. */
  String reason() {
    return sentence;
  }

  /** The sentence with what somebody else said about it, in whatever language. */
  String reason(@Nullable String said) {
    return sentence + BEGIN + said + ")";
  }

  /** The refusal that a stored reason tells of; null when it is none of these. */
  @Nullable
  public static Refusal of(String reason) {
    for (Refusal refusal : values()) {
      if (reason.contains(refusal.sentence)) {
        return refusal;
      }
    }
    return null;
  }

  /** What somebody else said, of a stored reason that tells of this refusal; empty when nobody said more. */
  public String said(String reason) {
    String rest = reason.substring(reason.indexOf(sentence) + sentence.length());
    int end = rest.lastIndexOf(')');
    return rest.startsWith(BEGIN) && end > 0 ? rest.substring(BEGIN.length(), end) : "";
  }
}
