package app.inkling.keyboard;

import app.inkling.suggest.Field;
import app.inkling.suggest.Offer;
import java.util.List;

/** What a keyboard shows. Words in {@code offers} are cased as they would be typed. */
public record KeyboardState(Field field, Shift shift, List<Offer> offers) {
  public static final KeyboardState BLANK = new KeyboardState(Field.UNKNOWN, Shift.OFF, List.of());
}
