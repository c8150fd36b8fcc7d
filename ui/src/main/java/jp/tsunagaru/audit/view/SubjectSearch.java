package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.AuditSubject;
import jp.tsunagaru.audit.query.AuditSubjects;
import jp.tsunagaru.audit.query.FindAuditSubjects;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;

/**
 * Chooses whom the audit is about. A search is recorded, so it starts on request, not while typing.
 */
class SubjectSearch extends Div {
  private final transient Gateways gateways;
  private final transient Consumer<AuditSubject> chosen;
  private final RadioButtonGroup<AuditScope> scope = new RadioButtonGroup<>();
  private final TextField text = new TextField();
  private final Div results = new Div();

  SubjectSearch(Gateways gateways, Consumer<AuditSubject> chosen) {
    this(gateways, chosen, true);
  }

  /** For a question that is about one sort of subject only. */
  SubjectSearch(Gateways gateways, AuditScope only, Consumer<AuditSubject> chosen) {
    this(gateways, chosen, false);
    scope.setValue(only);
    text.setLabel(Texts.of("auditScope", only));
  }

  private SubjectSearch(Gateways gateways, Consumer<AuditSubject> chosen, boolean anything) {
    this.gateways = gateways;
    this.chosen = chosen;
    addClassName("subject-search");
    scope.setLabel(Texts.get("audit.scope"));
    scope.setItems(AuditScope.values());
    scope.setItemLabelGenerator(value -> Texts.of("auditScope", value));
    scope.setValue(AuditScope.PATIENT);
    scope.addValueChangeListener(change -> results.removeAll());
    text.setLabel(Texts.get("audit.subject"));
    text.setPlaceholder(Texts.get("audit.subject.placeholder"));
    text.setMaxLength(60);
    text.addKeyPressListener(Key.ENTER, pressed -> find());
    text.addClassName("grow");
    Button find = new Button(Texts.get("action.search"), click -> find());
    Div row = anything ? new Div(scope, text, find) : new Div(text, find);
    row.addClassNames("row", "baseline");
    results.addClassName("subject-results");
    add(row, results);
  }

  AuditScope scope() {
    return scope.getValue();
  }

  void show(AuditScope value) {
    scope.setValue(value);
  }

  void clearResults() {
    results.removeAll();
  }

  private void find() {
    gateways.ask(
        new FindAuditSubjects(scope.getValue(), text.getValue()),
        AuditSubjects.class,
        answer -> {
          results.removeAll();
          if (answer.subjects().isEmpty()) {
            results.add(new Paragraph(Texts.get("audit.subject.none")));
          }
          answer.subjects().forEach(subject -> results.add(choice(subject)));
        });
  }

  private Button choice(AuditSubject subject) {
    Span name = new Span(subject.name());
    Span detail = new Span(subject.detail());
    detail.addClassNames("muted", "small");
    Button button = new Button(new Div(name, detail), click -> chosen.accept(subject));
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    button.addClassName("subject-choice");
    return button;
  }
}
