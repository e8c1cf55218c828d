package app.inkling.keyboard;

import app.inkling.suggest.Offer;

/** What fingers do to a keyboard. */
interface KeyboardListener {
  /** A key was pressed and let go. */
  void onKey(Key key);

  /** One of the signs behind a long press was chosen. */
  void onAlternate(String text);

  /** Delete is still held; {@code times} counts from 1. */
  void onDeleteHeld(int times);

  /** The key for the next keyboard is held: any of them may be meant. */
  void onSwitchHeld();

  /** A finger slides along the space bar. */
  void onSlide(int characters);

  /** A finger met a key: time to be felt or heard. */
  void onTouch(Key key);

  void onOffer(Offer offer);

  /** An offer was pressed for long. */
  void onOfferHeld(Offer offer);

  /** The question whether to forget a word was answered with yes, or with no. */
  void onForget(Offer offer);

  void onForgetDeclined();
}
