/**
 * What models learn from: files read strictly, labelled sets, seeded order, augmentation.
 *
 * <p>May import {@code tensor} and below. Nothing here knows a network; what a file holds is checked at the
 * door and told with file and offset ({@link app.inkling.mllib.data.FormatException}). Start at {@link
 * app.inkling.mllib.data.LabelledImages}; drawings are in {@link app.inkling.mllib.data.stroke}, whole
 * archives in {@link app.inkling.mllib.data.archive}.
 */
package app.inkling.mllib.data;
