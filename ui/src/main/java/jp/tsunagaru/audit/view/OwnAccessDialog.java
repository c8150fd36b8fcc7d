package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import jp.tsunagaru.audit.query.OwnAccess;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.retention.IdentityCheck;
import jp.tsunagaru.shell.view.JapaneseDatePicker;
import jp.tsunagaru.shell.view.Texts;

/** Which period, and who asked for it: recorded with the print before anything is handed out. */
final class OwnAccessDialog extends Dialog {
  private static final int LONGEST_NAME = 40;

  interface Print {
    void of(LocalDate from, LocalDate to, String request);
  }

  private final JapaneseDatePicker from = new JapaneseDatePicker(Texts.get("audit.own.from"));
  private final JapaneseDatePicker to = new JapaneseDatePicker(Texts.get("audit.own.to"));
  private final RadioButtonGroup<RequestChannel> channel =
      new RadioButtonGroup<>(Texts.get("consent.channel"));
  private final RadioButtonGroup<IdentityCheck> identity =
      new RadioButtonGroup<>(Texts.get("consent.closing.identity"));
  private final TextField proxy = new TextField(Texts.get("audit.own.requester"));
  private final transient Print print;

  OwnAccessDialog(String name, boolean incident, LocalDate today, Print print) {
    this.print = print;
    setHeaderTitle(Texts.get("audit.own.print"));
    setWidth("min(640px, 96vw)");
    addClassName("sheet");
    from.setValue(today.minusYears(1).plusDays(1));
    to.setValue(today);
    from.setMax(today);
    to.setMax(today);
    channel.setItems(RequestChannel.values());
    channel.setItemLabelGenerator(each -> Texts.of("consent.channel", each));
    identity.setItems(IdentityCheck.values());
    identity.setItemLabelGenerator(each -> Texts.of("consent.closing.identity", each));
    proxy.setMaxLength(LONGEST_NAME);
    proxy.setWidthFull();
    Button cancel = new Button(Texts.get("action.cancel"), click -> close());
    Button make = new Button(Texts.get("print.make"), click -> make());
    make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    make.setEnabled(false);
    channel.addValueChangeListener(change -> make.setEnabled(complete()));
    identity.addValueChangeListener(change -> make.setEnabled(complete()));
    Div period = new Div(from, to);
    period.addClassNames("row", "baseline");
    add(new Paragraph(Texts.get("audit.own.explained", name)));
    if (incident) {
      Paragraph waits = new Paragraph(Texts.get("audit.own.incident"));
      waits.addClassName("attention-box");
      add(waits);
    }
    add(period, channel, identity, proxy, new Paragraph(Texts.get("audit.own.recorded")));
    getFooter().add(cancel, make);
  }

  private boolean complete() {
    return channel.getValue() != null && identity.getValue() != null;
  }

  private void make() {
    LocalDate first = from.getValue();
    LocalDate last = to.getValue();
    boolean wrong =
        first == null
            || last == null
            || last.isBefore(first)
            || !first.plusYears(OwnAccess.LONGEST_YEARS).isAfter(last.minusDays(1));
    from.setErrorMessage(Texts.get("audit.own.period"));
    from.setInvalid(wrong);
    boolean nobody = identity.getValue() == IdentityCheck.PROXY_DOCUMENT && proxy.isEmpty();
    proxy.setErrorMessage(Texts.get("audit.own.requester.missing"));
    proxy.setInvalid(nobody);
    if (!wrong && !nobody && complete()) {
      close();
      print.of(first, last, request());
    }
  }

  private String request() {
    String through = Texts.of("consent.channel", channel.getValue());
    String checked = Texts.of("consent.closing.identity", identity.getValue());
    return proxy.getValue().isBlank()
        ? Texts.get("audit.own.request", through, checked)
        : Texts.get("audit.own.request.proxy", through, checked, proxy.getValue().strip());
  }
}
