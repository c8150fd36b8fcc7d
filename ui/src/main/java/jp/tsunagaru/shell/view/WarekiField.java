package jp.tsunagaru.shell.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import jp.tsunagaru.japanese.Wareki;
import org.jspecify.annotations.Nullable;

/**
 * A date typed as people here write it (S22.7.5, 昭和22年7月5日, 1947/7/5) or picked from the device's
 * own calendar. It says what it understood, and asks before it takes a date that its era never had.
 */
public final class WarekiField extends CustomField<LocalDate> {
  private final TextField text = new TextField();
  private final Element picker = new Element("input");
  private final Div understood = new Div();
  private Function<LocalDate, String> remark = date -> "";
  private @Nullable LocalDate date;
  private boolean unreadable;

  public WarekiField(String label) {
    Button calendar = new Button(VaadinIcon.CALENDAR_O.create());

    setLabel(label);
    text.setPlaceholder(Texts.get("wareki.placeholder"));
    text.setWidthFull();
    text.setAriaLabel(label);
    text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    text.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        typed(event.getValue());
      }
    });
    calendar.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
    calendar.setAriaLabel(Texts.get("wareki.calendar", label));
    calendar.setTooltipText(Texts.get("wareki.calendar", label));
    calendar
        .getElement()
        .executeJs(
            "this.addEventListener('click', () => $0.showPicker && $0.showPicker())", picker);
    picker.setAttribute("type", "date");
    picker.setAttribute("tabindex", "-1");
    picker.setAttribute("aria-hidden", "true");
    picker.setAttribute("class", "wareki-picker");
    picker
        .addEventListener(
            "change", event -> picked(event.getEventData().path("element.value").asString("")))
        .addEventData("element.value");

    understood.addClassName("wareki-understood");
    understood.getElement().setAttribute("aria-live", "polite");
    Div line = new Div(text, calendar);
    line.addClassName("wareki-line");
    line.getElement().appendChild(picker);
    add(line, understood);
  }

  /** Says more about a date that was understood, such as the age. */
  public void setRemark(Function<LocalDate, String> remark) {
    this.remark = remark;
    explain();
  }

  /** Whether something stands here that is no date; an empty field is readable. */
  public boolean isUnreadable() {
    return unreadable;
  }

  @Override
  protected @Nullable LocalDate generateModelValue() {
    return date;
  }

  @Override
  protected void setPresentationValue(@Nullable LocalDate value) {
    date = value;
    unreadable = false;
    text.setValue(value == null ? "" : Wareki.format(value));
    explain();
  }

  private void typed(String typed) {
    setInvalid(false);
    if (typed.isBlank()) {
      take(null, false);
      return;
    }
    switch (Wareki.parse(typed)) {
      case Wareki.Parsed.Date(LocalDate right) -> take(right, false);
      case Wareki.Parsed.Corrected(LocalDate meant) -> {
        take(null, true);
        Button yes =
            new Button(
                Texts.get("wareki.takeIt", Wareki.format(meant)),
                click -> {
                  text.setValue(Wareki.format(meant));
                  take(meant, false);
                });
        yes.addThemeVariants(ButtonVariant.LUMO_SMALL);
        understood.removeAll();
        understood.add(new Span(Texts.get("wareki.corrected")), yes);
      }
      case Wareki.Parsed.Unreadable() -> {
        take(null, true);
        understood.removeAll();
        setErrorMessage(Texts.get("wareki.unreadable"));
        setInvalid(true);
      }
    }
  }

  private void picked(String iso) {
    try {
      LocalDate picked = LocalDate.parse(iso);
      setInvalid(false);
      text.setValue(Wareki.format(picked));
      take(picked, false);
    } catch (DateTimeParseException cleared) {
      text.clear();
      take(null, false);
    }
  }

  private void take(@Nullable LocalDate taken, boolean isUnreadable) {
    date = taken;
    unreadable = isUnreadable;
    explain();
    setModelValue(taken, true);
  }

  private void explain() {
    understood.removeAll();
    if (date != null) {
      picker.setProperty("value", date.toString());
      understood.add(new Span(DateTexts.date(date) + " " + remark.apply(date)));
    }
  }
}
