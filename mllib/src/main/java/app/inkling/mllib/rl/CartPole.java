package app.inkling.mllib.rl;

import app.inkling.mllib.tensor.Rng;

/**
 * A cart on a rail with a pole on a hinge, which falls unless the cart is pushed under it (Barto, Sutton and
 * Anderson 1983, "Neuronlike adaptive elements that can solve difficult learning control problems"; constants
 * and Euler's steps of 0.02 s as in OpenAI Gym's CartPole). Observation: place (m), speed (m/s), angle (rad),
 * angular speed (rad/s). Actions: push left, push right. Reward: 1 for each step until the pole leans by more
 * than 12 degrees or the cart is more than 2.4 m from the middle; cut off after so many steps. Taken as
 * solved at a mean of 195 of 200 steps over 100 episodes, or 475 of 500.
 */
public final class CartPole implements Environment {
  private static final double GRAVITY = 9.8;
  private static final double CART_MASS = 1.0;
  private static final double POLE_MASS = 0.1;
  private static final double MASS = CART_MASS + POLE_MASS;
  /** From the hinge to the pole's middle. */
  private static final double HALF_POLE = 0.5;
  private static final double FORCE = 10;
  private static final double SECONDS = 0.02;
  private static final double FARTHEST = 2.4;
  private static final double LARGEST_ANGLE = 12 * Math.PI / 180;

  private final int limit;
  private int steps;
  private double place;
  private double speed;
  private double angle;
  private double turning;

  /** @param limit steps of an episode at most: usually 200 or 500 */
  public CartPole(int limit) {
    this.limit = limit;
  }

  @Override
  public int observations() {
    return 4;
  }

  @Override
  public int actions() {
    return 2;
  }

  /** All four numbers are somewhere from -0.05 to 0.05. */
  @Override
  public float[] reset(Rng random) {
    return reset(0.1 * random.nextDouble() - 0.05, 0.1 * random.nextDouble() - 0.05,
        0.1 * random.nextDouble() - 0.05, 0.1 * random.nextDouble() - 0.05);
  }

  /** Begins an episode just so. */
  float[] reset(double place, double speed, double angle, double turning) {
    steps = 0;
    this.place = place;
    this.speed = speed;
    this.angle = angle;
    this.turning = turning;
    return observation();
  }

  private float[] observation() {
    return new float[] {(float) place, (float) speed, (float) angle, (float) turning};
  }

  @Override
  public Step step(int action) {
    double force = action == 1 ? FORCE : -FORCE;
    double sine = StrictMath.sin(angle);
    double cosine = StrictMath.cos(angle);
    double push = (force + POLE_MASS * HALF_POLE * turning * turning * sine) / MASS;
    double twist = (GRAVITY * sine - cosine * push)
        / (HALF_POLE * (4.0 / 3 - POLE_MASS * cosine * cosine / MASS));
    double pull = push - POLE_MASS * HALF_POLE * twist * cosine / MASS;
    place += SECONDS * speed;
    speed += SECONDS * pull;
    angle += SECONDS * turning;
    turning += SECONDS * twist;
    steps++;
    boolean fell = Math.abs(place) > FARTHEST || Math.abs(angle) > LARGEST_ANGLE;
    return new Step(observation(), 1, fell, !fell && steps >= limit);
  }
}
