package jp.tsunagaru.patient.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.query.BasicField;
import jp.tsunagaru.patient.query.BasicInfoVersion;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** 基本情報の変更履歴: who changed which field when, from what to what; newest first. */
final class BasicInfoHistoryDialog extends Dialog {
  BasicInfoHistoryDialog(List<BasicInfoVersion> newestFirst) {
    Button close = new Button(Texts.get("action.close"), click -> close());
    Div list = new Div();
    list.addClassName("versions");
    for (int i = 0; i < newestFirst.size(); i++) {
      list.add(version(newestFirst, i));
    }
    setHeaderTitle(Texts.get("patient.history.title"));
    setWidth("min(800px, 98vw)");
    addClassName("sheet");
    add(list);
    getFooter().add(close);
  }

  private static Component version(List<BasicInfoVersion> versions, int at) {
    BasicInfoVersion version = versions.get(at);
    Span by =
        new Span(
            Texts.get(
                "patient.history.by",
                version.author(),
                version.facility(),
                DateTexts.moment(version.recordedAt())));
    by.addClassNames("small", "muted");
    Div row = new Div(new H3(Texts.get("patient.history.version", version.version())), by);
    row.addClassName("version");
    if (at + 1 == versions.size()) {
      row.add(new Div(new Span(Texts.get("patient.history.first"))));
    } else {
      row.add(changes(versions.get(at + 1).basicInfo(), version.basicInfo()));
    }
    return row;
  }

  private static Component changes(BasicInfo former, BasicInfo newer) {
    DescriptionList changes = new DescriptionList();
    changes.addClassName("facts");
    BasicField.differences(former, newer)
        .forEach(field ->
            changes.add(
                new DescriptionList.Term(Texts.of("patient.field", field)),
                new DescriptionList.Description(
                    Texts.get(
                        "patient.history.change",
                        shown(BasicInfoTexts.of(field, former)),
                        shown(BasicInfoTexts.of(field, newer))))));
    return changes;
  }

  private static String shown(String value) {
    return value.isEmpty() ? Texts.get("patient.none") : value;
  }
}
