package app.inkling.common;

import androidx.annotation.Nullable;
import java.util.concurrent.Callable;

/**
 * What background work came to: a value, or the exception that stopped it.
 *
 * @param value meaningful when {@code failure} is null
 * @param failure null on success
 */
public record Outcome<T>(T value, @Nullable Exception failure) {
  /** Runs {@code work} here and now and keeps what it returns or throws. */
  public static <T> Outcome<T> of(Callable<T> work) {
    try {
      return new Outcome<>(work.call(), null);
    } catch (Exception e) {
      return new Outcome<>(null, e);
    }
  }

  public boolean failed() {
    return failure != null;
  }
}
