package app.inkling.mllib.data.stroke;

import java.util.Arrays;

/**
 * Makes of a drawing the image that a digit network reads, the way in which MNIST's images were made: the
 * ink's bounding box is scaled into 20 x 20 keeping its aspect, drawn with a pen of one width, anti-aliased,
 * and laid into 28 x 28 so that the ink's centre of mass lies on pixel 14, 14, counted from 0 (LeCun et al.,
 * Gradient-Based Learning Applied to Document Recognition, 1998, section III.A).
 *
 * <p>Because the pen's width is chosen after scaling, the image depends on the shape alone: where and how
 * large it was drawn, on which canvas, how fast and with how many points hardly matters. Strokes without
 * extent become dots.
 *
 * <p>A pixel's ink is its coverage by the pen, taken from the distance of the pixel's centre to the nearest
 * piece of a stroke. Reuses its buffers, so one renderer serves one thread at a time.
 */
public final class StrokeRenderer {
  /** Side of the image in pixels. */
  public static final int SIDE = 28;

  /** Number of pixels. */
  public static final int PIXELS = SIDE * SIDE;

  /**
   * Pen radius in pixels of the image: with it the ten digits of pen strokes have the mean ink of MNIST's,
   * 103 pixels.
   */
  public static final float PEN_RADIUS = 1.25f;

  private static final float BOX = 20;
  /**
   * Where the centre of mass goes; MNIST's images have it there, measured over 50,000 of them, to 0.01
   * pixels.
   */
  private static final float MIDDLE = 14.5f;
  /** Points nearer to their predecessor than this many pixels add nothing that could be seen. */
  private static final float NEAR = 0.02f;

  private final float penRadius;
  private final float[] squaredDistance = new float[PIXELS];

  public StrokeRenderer() {
    this(PEN_RADIUS);
  }

  /** @param penRadius in pixels of the image, above 0 and at most 5 */
  public StrokeRenderer(float penRadius) {
    if (!(penRadius > 0 && penRadius <= 5)) {
      throw new IllegalArgumentException("StrokeRenderer: pen radius is " + penRadius
          + " pixels; wants more than 0, at most 5");
    }
    this.penRadius = penRadius;
  }

  /**
   * The drawing's image: {@value #PIXELS} values row by row, 0 paper to 1 ink. A blank drawing gives a blank
   * image.
   */
  public float[] render(Drawing drawing) {
    float[] image = new float[PIXELS];
    render(drawing, image);
    return image;
  }

  /** As {@link #render(Drawing)}, into an array of {@value #PIXELS}. */
  public void render(Drawing drawing, float[] image) {
    if (image.length != PIXELS) {
      throw new IllegalArgumentException("StrokeRenderer: image has " + image.length + " pixels; wants "
          + PIXELS);
    }
    if (drawing.isEmpty()) {
      Arrays.fill(image, 0);
      return;
    }
    draw(drawing, placement(drawing, image), image);
  }

  /**
   * Where the drawing's ink lies in its image.
   *
   * @param drawing not blank
   */
  public Placement placement(Drawing drawing) {
    return placement(drawing, new float[PIXELS]);
  }

  /** @param image scratch, overwritten */
  private Placement placement(Drawing drawing, float[] image) {
    Box box = Box.of(drawing);
    double width = (double) box.right() - box.left();
    double height = (double) box.bottom() - box.top();
    double extent = Math.max(width, height);
    double scale = extent > 0 ? (BOX - 2 * penRadius) / extent : 0;
    double centreX = box.left() + width / 2;
    double centreY = box.top() + height / 2;
    draw(drawing, new Placement(scale, centreX, centreY, MIDDLE, MIDDLE), image);

    double ink = 0;
    double acrossInk = 0;
    double downInk = 0;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        float value = image[row * SIDE + column];
        ink += value;
        acrossInk += value * (column + 0.5);
        downInk += value * (row + 0.5);
      }
    }
    return new Placement(scale, centreX, centreY, middle(acrossInk / ink, scale * width),
        middle(downInk / ink, scale * height));
  }

  /**
   * From canvas to image: the canvas's point (centreX, centreY) comes to the image's point (middleX, middleY), in pixels from
   * its upper left corner.
   *
   * @param scale pixels of the image for each unit of the canvas; 0 for a dot
   */
  public record Placement(double scale, double centreX, double centreY, float middleX, float middleY) {
    /** The image's column, in pixels from the left, of the canvas's x. */
    public float x(float canvasX) {
      return (float) (scale * (canvasX - centreX)) + middleX;
    }

    /** The image's row, in pixels from the top, of the canvas's y. */
    public float y(float canvasY) {
      return (float) (scale * (canvasY - centreY)) + middleY;
    }
  }

  /**
   * Where the middle of the box goes for the centre of mass to come to {@link #MIDDLE}, but no ink over the
   * edge.
   */
  private float middle(double centreOfMass, double size) {
    double nearest = size / 2 + penRadius;
    return (float) Math.max(nearest, Math.min(SIDE - nearest, 2 * MIDDLE - centreOfMass));
  }

  private void draw(Drawing drawing, Placement at, float[] image) {
    Arrays.fill(squaredDistance, Float.POSITIVE_INFINITY);
    for (Stroke stroke : drawing.strokes()) {
      float fromX = at.x(stroke.x(0));
      float fromY = at.y(stroke.y(0));
      int last = stroke.size() - 1;
      if (last == 0) {
        segment(fromX, fromY, fromX, fromY);
      }
      for (int point = 1; point <= last; point++) {
        float toX = at.x(stroke.x(point));
        float toY = at.y(stroke.y(point));
        if (point == last || Math.abs(toX - fromX) + Math.abs(toY - fromY) > NEAR) {
          segment(fromX, fromY, toX, toY);
          fromX = toX;
          fromY = toY;
        }
      }
    }
    float reach = penRadius + 0.5f;
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      float distance = (float) Math.sqrt(squaredDistance[pixel]);
      image[pixel] = Math.max(0, Math.min(1, reach - distance));
    }
  }

  /** Lowers the squared distances of the pixels within the pen's reach of the straight piece from a to b. */
  private void segment(float ax, float ay, float bx, float by) {
    float reach = penRadius + 0.5f;
    int firstColumn = Math.max(0, (int) (Math.min(ax, bx) - reach));
    int lastColumn = Math.min(SIDE - 1, (int) (Math.max(ax, bx) + reach));
    int firstRow = Math.max(0, (int) (Math.min(ay, by) - reach));
    int lastRow = Math.min(SIDE - 1, (int) (Math.max(ay, by) + reach));
    float dx = bx - ax;
    float dy = by - ay;
    float squaredLength = dx * dx + dy * dy;
    float inverse = squaredLength > 0 ? 1 / squaredLength : 0;
    for (int row = firstRow; row <= lastRow; row++) {
      float py = row + 0.5f - ay;
      for (int column = firstColumn; column <= lastColumn; column++) {
        float px = column + 0.5f - ax;
        float along = Math.max(0, Math.min(1, (px * dx + py * dy) * inverse));
        float ex = px - along * dx;
        float ey = py - along * dy;
        float squared = ex * ex + ey * ey;
        int pixel = row * SIDE + column;
        if (squared < squaredDistance[pixel]) {
          squaredDistance[pixel] = squared;
        }
      }
    }
  }
}
