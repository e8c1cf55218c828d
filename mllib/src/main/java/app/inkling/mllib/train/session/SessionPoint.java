package app.inkling.mllib.train.session;

/**
 * Where the curves stand after some update.
 *
 * @param round from 1
 * @param rounds of the session
 * @param step of all rounds together, from 1
 * @param trainingLoss mean log-loss over the samples that this round learns from, in nats
 * @param trainingAccuracy share of right answers to them, 0 to 1
 * @param heldOutLoss the same over those that it is judged by; NaN when there are none
 * @param heldOutAccuracy NaN when there are none
 */
public record SessionPoint(int round, int rounds, long step, double trainingLoss, double trainingAccuracy,
    double heldOutLoss, double heldOutAccuracy) {}
