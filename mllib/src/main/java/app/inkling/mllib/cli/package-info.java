/**
 * The command-line tool over the library. Nothing imports it, and it is neither in {@code mllib.jar} nor on
 * the phone.
 *
 * <p>May import everything of mllib, picocli and progressbar. Start at {@link app.inkling.mllib.cli.Main};
 * each command is a class of its own that reads options and files, hands the work to the library and prints
 * figures.
 */
package app.inkling.mllib.cli;
