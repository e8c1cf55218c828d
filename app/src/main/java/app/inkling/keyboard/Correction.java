package app.inkling.keyboard;

/** What was typed and replaced, so that it can be brought back. {@code result} is what stands there instead. */
record Correction(String typed, String result) {}
