/**
 * What Inkling remembers: the Room database and the repositories in front of it.
 *
 * <p>May import: mllib, AndroidX Room and lifecycle, {@code common}. Never a feature package and never {@code
 * engines}.
 *
 * <p>Start with {@link app.inkling.data.DrawingRepository}; the tables are the {@code *Row} classes, and
 * {@code app/schemas} holds every version of the schema that ever shipped.
 */
package app.inkling.data;
