/**
 * Measures this library beside others on the same work; {@code mvn -Pbench verify} runs it. Start with
 * {@link app.inkling.mllib.bench.PeerBenchmarks}. May import the whole library, JMH, and nothing of the
 * other libraries: each of those lives in a process of its own, built in {@code src/bench/peers}.
 */
package app.inkling.mllib.bench;
