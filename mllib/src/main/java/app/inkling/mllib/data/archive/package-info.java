/**
 * All that a user has taught and made, as one file: written by {@link
 * app.inkling.mllib.data.archive.ArchiveWriter}, read by {@link
 * app.inkling.mllib.data.archive.ArchiveReader}, which believes nothing. What the parts mean is their owners'
 * matter.
 *
 * <p>May import what {@code data} may. Start with {@link app.inkling.mllib.data.archive.ArchiveWriter}.
 */
package app.inkling.mllib.data.archive;
