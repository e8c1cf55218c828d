/**
 * Drawings as strokes: their text form and files, the image a network reads ({@link
 * app.inkling.mllib.data.stroke.StrokeRenderer}), and hand-made shapes with random variation for training,
 * tests and the demo ({@link app.inkling.mllib.data.stroke.Glyphs}).
 *
 * <p>May import {@code data} and {@code tensor}. Start at {@link app.inkling.mllib.data.stroke.Drawing}.
 */
package app.inkling.mllib.data.stroke;
