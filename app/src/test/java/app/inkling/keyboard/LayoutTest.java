package app.inkling.keyboard;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import app.inkling.keyboard.Key.Action;
import app.inkling.keyboard.Layout.Plane;
import app.inkling.suggest.Field.Purpose;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.Test;

public final class LayoutTest {
  @Test
  public void everyPlaneOfEveryFieldCanBeLeftAndDeletesAndEnters() {
    for (Purpose purpose : Purpose.values()) {
      for (Plane plane : Plane.values()) {
        Set<Action> actions = new HashSet<>();
        Set<String> texts = new HashSet<>();
        for (List<Key> row : Layout.of(plane, purpose).rows()) {
          for (Key key : row) {
            actions.add(key.action());
            assertTrue(plane + " has " + key.text() + " twice", key.action() != Action.TYPE || texts.add(key.text()));
          }
        }
        assertTrue(plane.toString(), actions.containsAll(Set.of(Action.DELETE, Action.ENTER, Action.SPACE)));
        assertTrue(plane.toString(), plane == Plane.NUMBERS || plane == Plane.LETTERS
            || actions.contains(Action.LETTERS));
        assertTrue(plane.toString(), plane != Plane.LETTERS || actions.contains(Action.SYMBOLS));
      }
    }
  }

  @Test
  public void typesEveryPrintableAsciiCharacter() {
    Set<String> typed = new HashSet<>(Set.of(" "));
    for (Plane plane : Plane.values()) {
      for (List<Key> row : Layout.of(plane, Purpose.TEXT).rows()) {
        for (Key key : row) {
          typed.add(key.text());
          typed.addAll(key.alternates());
        }
      }
    }
    for (char c = ' '; c < 127; c++) {
      String symbol = String.valueOf(c).toLowerCase(java.util.Locale.ROOT);
      assertTrue("nothing types " + symbol, typed.contains(symbol));
    }
  }

  @Test
  public void everyPointBelongsToTheNearestKeyOfItsRow() {
    KeyGrid grid = new KeyGrid(Layout.of(Plane.LETTERS, Purpose.TEXT), 1000, 400);
    assertEquals("q", grid.at(0, 0).key().text());
    assertEquals("p", grid.at(999, 99).key().text());
    assertEquals("a", grid.at(0, 150).key().text());
    assertEquals("l", grid.at(1200, 150).key().text());
    assertEquals(Action.ENTER, grid.at(999, 900).key().action());
    assertEquals(Action.SPACE, grid.at(500, 399).key().action());
  }

  @Test
  public void fieldsForAddressesHaveTheirSignsAtHand() {
    assertEquals("@", Layout.of(Purpose.EMAIL).rows().get(3).get(1).text());
    assertEquals("/", Layout.of(Purpose.URL).rows().get(3).get(1).text());
    assertEquals(Plane.NUMBERS, Layout.of(Purpose.PHONE).plane());
  }

  @Test
  public void theKeyForTheNextKeyboardTakesItsRoomFromTheSpaceBar() {
    for (Purpose purpose : Purpose.values()) {
      for (Plane plane : Plane.values()) {
        Layout plain = Layout.of(plane, purpose);
        Layout with = plain.withSwitch();
        List<Key> row = with.rows().get(with.rows().size() - 1);
        assertEquals(1, row.stream().filter(key -> key.action() == Action.SWITCH).count());
        assertEquals(width(plain.rows().get(plain.rows().size() - 1)), width(row), 0);
        assertTrue(row.stream().filter(key -> key.action() == Action.SPACE).findFirst().get().width() >= 1);
        assertEquals(plain.rows().subList(0, plain.rows().size() - 1), with.rows().subList(0, with.rows().size() - 1));
      }
    }
  }

  private static float width(List<Key> row) {
    float width = 0;
    for (Key key : row) {
      width += key.width();
    }
    return width;
  }

  @Test
  public void datesAndTimesAreTypedWithoutLongPresses() {
    Set<String> typed = new HashSet<>();
    Layout.of(Purpose.DATE).rows().forEach(row -> row.forEach(key -> typed.add(key.text())));
    assertTrue(typed.toString(), typed.containsAll(Set.of("0", "9", "/", ":")));
    Layout.of(Purpose.PHONE).rows().forEach(row -> row.forEach(key -> typed.add(key.text())));
    assertTrue(typed.toString(), typed.containsAll(Set.of("*", "#")));
  }
}
