package app.inkling.suggest;

/**
 * A text field as the keyboard sees it: what is typed there, and so what may be done with it. Made by
 * {@link FieldRules} from what the field declares, handed on with everything typed into it.
 *
 * @param enterLabel what the field calls its own action; empty unless {@code enter} is {@link EnterAction#CUSTOM}
 * @param suggests words may be offered while typing
 * @param corrects a misspelt word may be replaced when it is finished
 * @param personal what was learned from the user may be offered
 * @param learns what is typed may be stored and learned from
 */
public record Field(Purpose purpose, Capitals capitals, EnterAction enter, String enterLabel, boolean suggests,
    boolean corrects, boolean personal, boolean learns) {

  /** What a field is for; decides the layout. */
  public enum Purpose {
    TEXT, EMAIL, URL, PASSWORD, NUMBER, PIN, PHONE, DATE;

    /** Nobody should read over the typist's shoulder what is typed. */
    public boolean hidden() {
      return this == PASSWORD || this == PIN;
    }
  }

  /** Which letters a field wants as capitals by itself. */
  public enum Capitals { NONE, SENTENCES, WORDS, CHARACTERS }

  /** What the enter key does. */
  public enum EnterAction { NEW_LINE, DONE, GO, NEXT, PREVIOUS, SEARCH, SEND, CUSTOM }

  /** Nothing is known: types, and does nothing else. */
  public static final Field UNKNOWN =
      new Field(Purpose.TEXT, Capitals.NONE, EnterAction.NEW_LINE, false, false, false, false);

  /** One without an action of its own. */
  public Field(Purpose purpose, Capitals capitals, EnterAction enter, boolean suggests, boolean corrects,
      boolean personal, boolean learns) {
    this(purpose, capitals, enter, "", suggests, corrects, personal, learns);
  }

  public Field {
    if (enterLabel.isEmpty() == (enter == EnterAction.CUSTOM)) {
      throw new IllegalArgumentException("Field: its own action wants a label, and no other one; got " + enter
          + " with \"" + enterLabel + "\"");
    }
    if (learns && !(suggests && personal)) {
      throw new IllegalArgumentException("Field: learns where nothing learned may be offered");
    }
  }

  /** The same, whose enter key does what the field calls {@code label}. */
  Field withAction(String label) {
    return new Field(purpose, capitals, EnterAction.CUSTOM, label, suggests, corrects, personal, learns);
  }
}
