package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jp.tsunagaru.audit.query.AccessStep;
import jp.tsunagaru.audit.query.FindRecordProof;
import jp.tsunagaru.audit.query.RecordProof;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Texts;

/** Proves one record on demand: asking is recorded, so nobody is asked for by itself. */
class ProofPanel extends Div {
  private final transient Gateways gateways;

  ProofPanel(Gateways gateways, AccessStep step) {
    this.gateways = gateways;
    add(new Button(Texts.get("audit.proof.ask"), click -> ask(step)));
  }

  private void ask(AccessStep step) {
    gateways.ask(
        new FindRecordProof(step.eventId(), step.at()),
        RecordProof.class,
        answer -> {
          removeAll();
          RecordProof.Inclusion found = answer.inclusion();
          if (found == null) {
            Paragraph soon = new Paragraph(Texts.get("audit.proof.notYet"));
            soon.addClassName("muted");
            add(soon, new Button(Texts.get("audit.proof.again"), click -> ask(step)));
          } else {
            add(facts(found));
          }
        });
  }

  private static DescriptionList facts(RecordProof.Inclusion found) {
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    Span result = new Span(Texts.get(found.holds() ? "audit.proof.holds" : "audit.proof.broken"));
    result.addClassNames("state-chip", found.holds() ? "state-good" : "state-bad");
    fact(facts, "audit.proof.result", result);
    fact(
        facts,
        "audit.proof.meaning",
        new Span(
            Texts.get(found.holds() ? "audit.proof.holds.meaning" : "audit.proof.broken.meaning")));
    fact(facts, "audit.proof.signedAt", new Span(DateTexts.exact(found.signedAt())));
    fact(
        facts,
        "audit.proof.position",
        new Span(
            Texts.get(
                "audit.proof.place",
                String.format("%,d", found.position() + 1),
                String.format("%,d", found.size()))));
    fact(facts, "audit.proof.leaf", new Span(found.leaf()));
    Span path = new Span(String.join("\n", found.path()));
    path.addClassName("lines");
    fact(facts, "audit.proof.path", path);
    fact(facts, "audit.proof.root", new Span(found.root()));
    return facts;
  }

  private static void fact(DescriptionList facts, String term, Span value) {
    facts.add(new DescriptionList.Term(Texts.get(term)), new DescriptionList.Description(value));
  }
}
