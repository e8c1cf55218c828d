/**
 * The work that the tool's {@code bench} command measures: training, one example at a time, matrix products,
 * on made-up data. May import all of the library. Start with {@link app.inkling.mllib.cli.bench.Networks}.
 */
package app.inkling.mllib.cli.bench;
