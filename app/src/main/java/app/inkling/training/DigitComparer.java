package app.inkling.training;

import app.inkling.data.ModelVersionRow;
import app.inkling.engines.DigitsInUse;

/** Compares versions of the digit model on the user's drawings and on other people's digits. */
public final class DigitComparer implements Comparer {
  private final DigitsInUse digits;
  private final DigitKind kind;

  public DigitComparer(DigitsInUse digits, DigitKind kind) {
    this.digits = digits;
    this.kind = kind;
  }

  @Override
  public Compared withInUse(ModelVersionRow version) throws Exception {
    return Comparison.of(digits.load(version), digits.load(), kind.named(), kind.general().measuring());
  }
}
