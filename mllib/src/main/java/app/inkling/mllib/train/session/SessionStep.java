package app.inkling.mllib.train.session;

import java.time.Duration;

/**
 * One update of a session.
 *
 * @param round from 1
 * @param rounds of the session: those that judge by a part of the samples, then the one that makes the model
 * @param step of all rounds together, from 1
 * @param steps of all rounds together
 * @param loss mean over the batch before the update, in nats
 * @param gradientNorm Euclidean, before clipping
 * @param learningRate used
 * @param left estimate of the time until the session is finished
 */
public record SessionStep(int round, int rounds, long step, long steps, double loss, double gradientNorm,
    float learningRate, Duration left) {}
