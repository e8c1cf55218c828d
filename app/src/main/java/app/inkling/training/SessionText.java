package app.inkling.training;

import android.content.res.Resources;
import app.inkling.R;
import app.inkling.data.ModelVersionRow;
import app.inkling.data.SessionRow;
import app.inkling.mllib.train.session.Change;
import app.inkling.mllib.train.session.Verdict;
import java.text.NumberFormat;
import java.util.Locale;

/** What a session came to, in one sentence. */
final class SessionText {
  private final Resources resources;
  private final Locale locale;

  SessionText(Resources resources) {
    this.resources = resources;
    this.locale = resources.getConfiguration().getLocales().get(0);
  }

  String title(SessionRow session) {
    if (rebuilt(session)) {
      return resources.getString(R.string.train_session_rebuilt);
    }
    return resources.getString(switch (SessionRow.State.valueOf(session.state)) {
      case RUNNING -> R.string.train_session_running;
      case ACCEPTED -> R.string.train_session_accepted;
      case REJECTED -> R.string.train_session_rejected;
      case CANCELLED -> R.string.train_session_cancelled;
      case FAILED -> R.string.train_session_failed;
    });
  }

  String sentence(SessionRow session) {
    if (rebuilt(session)) {
      return resources.getString(
          words(session.kind) ? R.string.train_words_rebuilt : R.string.train_session_rebuilt_text);
    }
    return switch (SessionRow.State.valueOf(session.state)) {
      case RUNNING -> "";
      case CANCELLED -> resources.getString(R.string.train_session_cancelled_text);
      case FAILED -> session.outcome;
      case ACCEPTED, REJECTED -> {
        SessionFigures figures = SessionFigures.parse(session.outcome);
        yield figures == null ? session.outcome : sentence(session.kind, figures);
      }
    };
  }

  private static boolean rebuilt(SessionRow session) {
    return session.origin.equals(Trainings.REBUILD)
        && session.state.equals(SessionRow.State.ACCEPTED.name());
  }

  private static boolean words(String kind) {
    return kind.equals(ModelVersionRow.WORDS);
  }

  /** @param kind of model that the session changed */
  String sentence(String kind, SessionFigures figures) {
    return words(kind) ? ofWords(figures.verdict()) : ofDigits(figures);
  }

  private String ofWords(Verdict verdict) {
    String own = resources.getString(R.string.verdict_words_own, verdict.rightAfter(), verdict.asked(),
        verdict.rightBefore());
    return switch (verdict.reason()) {
      case HELPS -> resources.getString(R.string.verdict_words_helps, own, percent(verdict.generalAfter()),
          percent(verdict.generalBefore()));
      case TOO_FEW -> resources.getString(R.string.verdict_words_too_few, verdict.judged());
      case DIVERGED -> resources.getString(R.string.verdict_diverged);
      case FORGETS -> resources.getString(R.string.verdict_words_forgets, percent(verdict.generalAfter()),
          percent(verdict.generalBefore()));
      case GUESSES, MORE_ERRORS, NO_GAIN -> resources.getString(R.string.verdict_words_no_gain, own);
    };
  }

  private String ofDigits(SessionFigures figures) {
    Verdict verdict = figures.verdict();
    return switch (verdict.reason()) {
      case HELPS -> helps(figures);
      case TOO_FEW -> resources.getString(R.string.verdict_too_few, verdict.judged());
      case DIVERGED -> resources.getString(R.string.verdict_diverged);
      case FORGETS -> resources.getString(R.string.verdict_forgets,
          percent(verdict.generalAfter()), percent(verdict.generalBefore()));
      case GUESSES -> resources.getString(R.string.verdict_guesses, verdict.rightAfter(), verdict.asked());
      case MORE_ERRORS -> resources.getString(R.string.verdict_more_errors,
          verdict.rightAfter(), verdict.asked(), verdict.rightBefore());
      case NO_GAIN -> resources.getString(R.string.verdict_no_gain,
          verdict.rightAfter(), verdict.asked(), verdict.rightBefore());
    };
  }

  /** A share in percent with one digit after the point. */
  String percent(double share) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(share);
  }

  private String helps(SessionFigures figures) {
    Verdict verdict = figures.verdict();
    Change gain = figures.greatestGain();
    String own = gain == null
        ? resources.getString(R.string.verdict_own, verdict.rightAfter(), verdict.asked(),
            verdict.rightBefore())
        : resources.getString(R.string.verdict_own_digit, gain.after(), gain.of(), digits(gain.target()),
            gain.before());
    return resources.getString(R.string.verdict_helps, own, percent(verdict.generalAfter()),
        percent(verdict.generalBefore()));
  }

  /** Several of a digit, such as "sevens". */
  private String digits(String target) {
    String[] names = resources.getStringArray(R.array.digits_plural);
    int digit = Integer.parseInt(target);
    return digit < 0 ? resources.getString(R.string.digits_plural_none) : names[digit];
  }
}
