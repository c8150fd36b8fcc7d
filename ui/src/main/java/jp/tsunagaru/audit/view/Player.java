package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import jp.tsunagaru.shell.view.Texts;

/**
 * Step, back, play, pause, speed and scrubber. The browser keeps the beat, so no thread waits here.
 */
class Player extends Div {
  private static final int SHORTEST_WAIT = 150;
  private static final int LONGEST_WAIT = 4000;

  private final transient IntConsumer goTo;
  private final Button play = new Button();
  private final Select<Integer> speed = new Select<>();
  private final Input scrubber = new Input();
  private final Span place = new Span();
  private int index = -1;
  private int size;
  private boolean playing;
  private int beat;

  /**
   * @param nextMark goes to the next step with a mark
   */
  Player(IntConsumer goTo, Runnable nextMark) {
    this.goTo = goTo;
    addClassNames("player", "row");
    Button first = icon(VaadinIcon.FAST_BACKWARD, "audit.first", () -> move(0));
    Button back = icon(VaadinIcon.STEP_BACKWARD, "audit.back", () -> move(index - 1));
    Button next = icon(VaadinIcon.STEP_FORWARD, "audit.next", () -> move(index + 1));
    play.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    play.addClickListener(click -> toggle());
    speed.setItems(List.of(1, 10, 60, 300, 600));
    speed.setValue(60);
    speed.setItemLabelGenerator(value -> Texts.get("audit.speed", Integer.toString(value)));
    speed.setAriaLabel(Texts.get("audit.speed.label"));
    speed.addClassName("speed");
    scrubber.setType("range");
    scrubber.addClassName("scrubber");
    scrubber.getElement().setAttribute("aria-label", Texts.get("audit.scrubber"));
    scrubber.getElement().setAttribute("min", "0");
    scrubber.addValueChangeListener(change -> {
      if (change.isFromClient() && change.getValue().matches("[0-9]{1,9}")) {
        move(Integer.parseInt(change.getValue()));
      }
    });
    place.addClassName("nowrap");
    Button mark = new Button(Texts.get("audit.nextMark"), VaadinIcon.FLAG.create());
    mark.addClickListener(click -> nextMark.run());
    add(first, back, play, next, mark, speed, scrubber, place);
    label();
  }

  private static Button icon(VaadinIcon icon, String text, Runnable action) {
    Button button = new Button(icon.create(), click -> action.run());
    button.setAriaLabel(Texts.get(text));
    button.setTooltipText(Texts.get(text));
    return button;
  }

  void show(int index, int size) {
    this.index = index;
    this.size = size;
    scrubber.getElement().setAttribute("max", Integer.toString(Math.max(0, size - 1)));
    scrubber.setValue(Integer.toString(Math.max(0, index)));
    place.setText(size == 0 ? "" : Texts.get("audit.place", index + 1, size));
  }

  /**
   * Waits as long as the next step took, at the chosen speed, but never longer than one can watch.
   */
  void waitFor(Duration untilNext) {
    if (playing) {
      long wait = Math.clamp(untilNext.toMillis() / speed.getValue(), SHORTEST_WAIT, LONGEST_WAIT);
      getElement()
          .executeJs(
              "clearTimeout(this.beat); this.beat = setTimeout(() => this.$server.tick($0), $1)",
              beat,
              (double) wait);
    }
  }

  void pause() {
    playing = false;
    beat++;
    label();
  }

  boolean plays() {
    return playing;
  }

  private void toggle() {
    playing = !playing;
    beat++;
    label();
    if (playing) {
      goTo.accept(index + 1 < size ? index + 1 : 0);
    } else {
      goTo.accept(index);
    }
  }

  @ClientCallable
  void tick(int ofBeat) {
    if (playing && ofBeat == beat) {
      goTo.accept(index + 1);
    }
  }

  private void move(int to) {
    pause();
    goTo.accept(to);
  }

  private void label() {
    play.setText(Texts.get(playing ? "audit.pause" : "audit.play"));
    play.setIcon((playing ? VaadinIcon.PAUSE : VaadinIcon.PLAY).create());
  }
}
