package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import jp.tsunagaru.audit.query.AccessCount;
import jp.tsunagaru.audit.query.AccessFilter;
import jp.tsunagaru.audit.query.AuditPurpose;
import jp.tsunagaru.audit.query.ListAccessToTakeOut;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** Says how much would leave, asks as what and what for, and then hands it out. */
final class AccessFileDialog extends Dialog {
  private final transient AccessFiles files;
  private final transient AccessFilter filter;
  private final RadioButtonGroup<AccessFormat> format =
      new RadioButtonGroup<>(Texts.get("audit.file.format"));
  private final RadioButtonGroup<AuditPurpose> purpose =
      new RadioButtonGroup<>(Texts.get("audit.purpose"));

  AccessFileDialog(AccessFiles files, AccessFilter filter, AccessCount count) {
    this.files = files;
    this.filter = filter;
    setHeaderTitle(Texts.get("audit.file"));
    setWidth("min(640px, 96vw)");
    addClassName("sheet");
    getFooter().add(new Button(Texts.get("action.close"), click -> close()));
    String from = DateTexts.moment(filter.from());
    String to = DateTexts.moment(filter.to());
    if (count.tooMany()) {
      Paragraph tooMany =
          new Paragraph(Texts.get("audit.file.tooMany", from, to, ListAccessToTakeOut.MOST));
      tooMany.addClassName("attention-box");
      add(tooMany);
      return;
    }
    add(new Paragraph(Texts.get("audit.file.count", from, to, count.accesses())));
    if (count.accesses() > 0) {
      ask();
    }
  }

  private void ask() {
    format.setItems(AccessFormat.values());
    format.setItemLabelGenerator(each -> Texts.of("audit.file.format", each));
    format.setValue(AccessFormat.CSV);
    purpose.setItems(AuditPurpose.values());
    purpose.setItemLabelGenerator(each -> Texts.of("audit.purpose", each));
    Button make = new Button(Texts.get("audit.file.make"), click -> handOut());
    make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    make.setEnabled(false);
    purpose.addValueChangeListener(change -> make.setEnabled(change.getValue() != null));
    add(format, purpose, new Paragraph(Texts.get("audit.file.recorded")));
    getFooter().add(make);
  }

  private void handOut() {
    Anchor link =
        new Anchor(
            files.file(filter, purpose.getValue(), format.getValue()),
            AttachmentType.DOWNLOAD,
            Texts.get("audit.file.download"));
    link.addClassName("button-link");
    removeAll();
    getFooter().removeAll();
    getFooter().add(new Button(Texts.get("action.close"), click -> close()));
    add(new Paragraph(Texts.get("audit.file.ready")), link);
    link.getElement().executeJs("this.click()");
  }
}
