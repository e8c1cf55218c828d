/** Engines on a real phone, and what happens when they go wrong; the same tests run on the JVM. */
package app.inkling.engines;
