package jp.tsunagaru.audit.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import jp.tsunagaru.access.query.ListOpenings;
import jp.tsunagaru.access.query.Opening;
import jp.tsunagaru.access.query.Openings;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.query.AccessMark;
import jp.tsunagaru.audit.query.AuditScope;
import jp.tsunagaru.audit.query.ConsentProof;
import jp.tsunagaru.audit.query.Deeds;
import jp.tsunagaru.audit.query.FindConsentProof;
import jp.tsunagaru.audit.query.FindPurgeProof;
import jp.tsunagaru.audit.query.GetLogProof;
import jp.tsunagaru.audit.query.Ground;
import jp.tsunagaru.audit.query.ListDeedsOf;
import jp.tsunagaru.audit.query.ListLogReviews;
import jp.tsunagaru.audit.query.ListOverdueEducation;
import jp.tsunagaru.audit.query.ListUnusedAccounts;
import jp.tsunagaru.audit.query.ListViewersOf;
import jp.tsunagaru.audit.query.LogProof;
import jp.tsunagaru.audit.query.LogReviewList;
import jp.tsunagaru.audit.query.LogReviewRow;
import jp.tsunagaru.audit.query.LogReviewState;
import jp.tsunagaru.audit.query.OverdueEducation;
import jp.tsunagaru.audit.query.PatientViewers;
import jp.tsunagaru.audit.query.PurgeProof;
import jp.tsunagaru.audit.query.RecordProof;
import jp.tsunagaru.audit.query.UnusedAccounts;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.AnswerTable;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** Answers to the questions of an auditor: a sentence first, then what it rests on. */
class Answers extends Div {
  private final transient Gateways gateways;
  private int question;

  Answers(Gateways gateways) {
    this.gateways = gateways;
    addClassName("review-looking");
  }

  void answer(AuditQuestion asked, QuestionState state) {
    removeAll();
    Instant from = state.period().start();
    Instant to = state.period().end();
    switch (asked) {
      case VIEWERS ->
          ask(
              new ListViewersOf(new PatientId(state.id()), from, to),
              PatientViewers.class,
              found -> viewers(found, state));
      case DEEDS ->
          ask(new ListDeedsOf(new AccountId(state.id()), from, to), Deeds.class, this::deeds);
      case UNUSED ->
          ask(
              new ListUnusedAccounts(state.days()),
              UnusedAccounts.class,
              found -> unused(found, state.days()));
      case EDUCATION -> ask(new ListOverdueEducation(), OverdueEducation.class, this::education);
      case EMERGENCY -> ask(new ListOpenings(from, to), Openings.class, this::openings);
      case PROOF -> {
        sentence("state-quiet", Texts.get("auditQuestion.wait"), "");
        ask(new GetLogProof(from, to), LogProof.class, this::proof);
      }
      case CONSENT ->
          ask(new FindConsentProof(new PatientId(state.id())), ConsentProof.class, this::consent);
      case PURGE ->
          ask(new FindPurgeProof(new DocumentId(state.id())), PurgeProof.class, this::purge);
      case REVIEW -> ask(new ListLogReviews(), LogReviewList.class, this::reviews);
    }
  }

  private <A> void ask(Object query, Class<A> type, Consumer<A> show) {
    int number = ++question;
    gateways.ask(
        query,
        type,
        found -> {
          if (number == question) {
            removeAll();
            show.accept(found);
          }
        },
        failure -> {
          removeAll();
          Refusals.show(failure);
        });
  }

  private void sentence(String look, String chip, String words) {
    Div line = new Div(LogReviewTexts.chip(chip, look), new Span(words));
    line.addClassNames("card", "answer-sentence");
    add(line);
  }

  private void viewers(PatientViewers found, QuestionState state) {
    sentence(
        found.complete() ? "state-good" : "state-wait",
        Texts.get("auditQuestion.answer"),
        Texts.get(
            found.complete() ? "auditQuestion.viewers" : "auditQuestion.viewers.incomplete",
            DateTexts.date(state.period().from()),
            DateTexts.date(state.period().to()),
            found.viewers().size(),
            found.refused()));
    AnswerTable table =
        new AnswerTable(
            "auditQuestion.who",
            "auditQuestion.times",
            "auditQuestion.firstLast",
            "audit.ground",
            "auditQuestion.more");
    for (PatientViewers.Viewer viewer : found.viewers()) {
      AuditState more =
          AuditState.usual(state.period().to())
              .with(state.period())
              .with(AuditScope.ACCOUNT, viewer.accountId())
              .with(AuditScope.PATIENT, state.id());
      Div grounds = new Div();
      grounds.addClassName("two-lines");
      viewer.grounds().forEach(ground -> grounds.add(new Span(ground(ground))));
      if (viewer.grounds().isEmpty()) {
        grounds.add(new Span(Texts.get("auditQuestion.noGround")));
      }
      table.row(
          AnswerTable.lines(
              viewer.name(), viewer.facility(), Names.profession(viewer.profession())),
          AnswerTable.lines(
              Texts.get("auditQuestion.count", viewer.accesses()),
              viewer.taken() == 0 ? "" : Texts.get("auditQuestion.taken", viewer.taken())),
          AnswerTable.lines(DateTexts.exact(viewer.first()), DateTexts.exact(viewer.last())),
          grounds,
          new Anchor(
              "/" + more.location().getPathWithQueryParameters(),
              Texts.get("auditQuestion.records")));
    }
    if (!found.viewers().isEmpty()) {
      add(table);
    }
  }

  private static String ground(Ground ground) {
    LocalDate consentedOn = ground.consentedOn();
    Instant grantedAt = ground.grantedAt();
    String consent =
        consentedOn == null
            ? Texts.get("audit.row.noConsent")
            : Texts.get("audit.ground.consentedOn", DateTexts.date(consentedOn));
    String through =
        !ground.breakGlassId().isEmpty()
            ? Texts.get("audit.row.emergency")
            : grantedAt == null
                ? Texts.get("audit.ground.registrar")
                : ground.group().isEmpty()
                    ? Texts.get(
                        "audit.ground.granted", DateTexts.moment(grantedAt), ground.grantedBy())
                    : Texts.get("audit.row.group", ground.group());
    return Texts.get("auditQuestion.ground", consent, through);
  }

  private void deeds(Deeds found) {
    long changes = found.deeds().stream().filter(Deeds.Deed::change).count();
    sentence(
        found.more() ? "state-wait" : "state-good",
        Texts.get("auditQuestion.answer"),
        Texts.get(
            found.more() ? "auditQuestion.deeds.more" : "auditQuestion.deeds",
            found.deeds().size(),
            changes));
    AnswerTable table =
        new AnswerTable(
            "audit.when", "audit.kind", "audit.action", "audit.patient", "audit.result");
    for (Deeds.Deed deed : found.deeds()) {
      Div result =
          new Div(
              LogReviewTexts.chip(
                  StepTexts.result(deed.result()),
                  deed.result().equals("ALLOWED") ? "state-good" : "state-bad"));
      deed.marks().stream()
          .filter(mark -> mark != AccessMark.REFUSED)
          .forEach(mark -> result.add(StepTexts.mark(mark)));
      result.addClassName("row");
      table.row(
          AnswerTable.text(DateTexts.exact(deed.at())),
          AnswerTable.text(
              Texts.get(deed.change() ? "auditQuestion.change" : "auditQuestion.read")),
          AnswerTable.text(StepTexts.action(deed.code())),
          AnswerTable.text(deed.patient()),
          result);
    }
    if (!found.deeds().isEmpty()) {
      add(table);
    }
  }

  private void unused(UnusedAccounts found, int days) {
    sentence(
        found.accounts().isEmpty() ? "state-good" : "state-wait",
        Texts.get("auditQuestion.answer"),
        Texts.get("auditQuestion.unused", days, found.accounts().size(), found.inUse()));
    AnswerTable table =
        new AnswerTable(
            "auditScope.ACCOUNT",
            "auditScope.FACILITY",
            "audit.hat",
            "auditQuestion.issued",
            "staff.lastSignIn");
    for (UnusedAccounts.Unused account : found.accounts()) {
      Instant last = account.lastSignIn();
      table.row(
          AnswerTable.lines(account.name(), account.loginId()),
          AnswerTable.text(account.facility()),
          AnswerTable.text(Names.roleCodes(account.roles())),
          AnswerTable.text(DateTexts.moment(account.issuedAt())),
          AnswerTable.text(
              last == null ? Texts.get("auditQuestion.never") : DateTexts.moment(last)));
    }
    if (!found.accounts().isEmpty()) {
      add(table);
    }
  }

  private void education(OverdueEducation found) {
    if (!found.recorded()) {
      sentence(
          "state-bad",
          Texts.get("auditQuestion.unknown"),
          Texts.get("auditQuestion.education.unknown", found.facilities().size()));
    }
    if (!found.facilities().isEmpty()) {
      Paragraph names =
          new Paragraph(
              Texts.get(
                  "auditQuestion.education.ask",
                  String.join(Texts.get("list.separator"), found.facilities())));
      names.addClassName("muted");
      add(names);
    }
  }

  private void openings(Openings found) {
    long waiting = found.openings().stream().filter(one -> one.verdict() == null).count();
    long late = found.openings().stream().filter(Opening::overdue).count();
    sentence(
        late > 0 ? "state-bad" : waiting > 0 ? "state-wait" : "state-good",
        Texts.get("auditQuestion.answer"),
        Texts.get("auditQuestion.emergency", found.openings().size(), waiting, late));
    AnswerTable table =
        new AnswerTable(
            "audit.when",
            "audit.actor",
            "audit.patient",
            "emergency.reason",
            "auditQuestion.review");
    for (Opening opening : found.openings()) {
      table.row(
          AnswerTable.lines(DateTexts.moment(opening.openedAt()), DateTexts.moment(opening.end())),
          AnswerTable.lines(opening.name(), opening.facility()),
          AnswerTable.text(
              opening.patient().isEmpty() ? Texts.get("breakGlass.erased") : opening.patient()),
          AnswerTable.lines(Texts.of("emergency.reason", opening.reason()), opening.explanation()),
          reviewed(opening));
    }
    if (!found.openings().isEmpty()) {
      add(table);
    }
  }

  private static Component reviewed(Opening opening) {
    Instant at = opening.reviewedAt();
    if (opening.verdict() == null || at == null) {
      return LogReviewTexts.chip(
          Texts.get(
              opening.inForce()
                  ? "breakGlass.open"
                  : opening.overdue() ? "breakGlass.overdue" : "breakGlass.due"),
          opening.overdue() ? "state-bad" : "state-wait");
    }
    return AnswerTable.lines(
        Texts.of("breakGlass.verdict", opening.verdict()),
        LogReviewTexts.by(opening.reviewer(), at),
        opening.findings());
  }

  private void proof(LogProof found) {
    long entries = found.logs().stream().mapToLong(LogProof.Log::entries).sum();
    long unsigned = found.logs().stream().mapToLong(LogProof.Log::unsigned).sum();
    boolean unaltered = found.logs().stream().allMatch(LogProof.Log::unaltered);
    if (!unaltered) {
      sentence(
          "state-bad", Texts.get("audit.proof.broken"), Texts.get("auditQuestion.proof.wrong"));
    } else if (entries == 0) {
      sentence(
          "state-quiet", Texts.get("auditQuestion.nothing"), Texts.get("auditQuestion.proof.none"));
    } else {
      sentence(
          unsigned > 0 ? "state-wait" : "state-good",
          Texts.get("audit.proof.holds"),
          Texts.get(
              unsigned > 0 ? "auditQuestion.proof.unsigned" : "auditQuestion.proof.holds",
              entries,
              unsigned));
    }
    for (LogProof.Log log : found.logs()) {
      DescriptionList facts = facts();
      fact(facts, "auditQuestion.proof.entries", Long.toString(log.entries()));
      fact(facts, "auditQuestion.proof.changed", Long.toString(log.changed()));
      fact(facts, "auditQuestion.proof.missing", Long.toString(log.missing()));
      fact(facts, "auditQuestion.proof.notSigned", Long.toString(log.unsigned()));
      fact(
          facts,
          "audit.proof.result",
          Texts.get(log.holds() ? "audit.proof.holds.meaning" : "audit.proof.broken.meaning"));
      if (!log.alarm().isEmpty()) {
        fact(
            facts,
            "auditQuestion.proof.alarm",
            Texts.find("audit.proof.alarm." + log.alarm()).orElse(log.alarm()));
      }
      Instant signedAt = log.signedAt();
      if (signedAt != null) {
        fact(facts, "audit.proof.signedAt", DateTexts.exact(signedAt));
        fact(facts, "audit.proof.root", log.root());
      }
      if (!log.complete()) {
        fact(facts, "auditQuestion.proof.limit", Texts.get("auditQuestion.proof.incomplete"));
      }
      Div card = new Div(new H2(Texts.get("auditQuestion.log." + log.log())), facts);
      card.addClassName("card");
      add(card);
    }
    Paragraph outside = new Paragraph(Texts.get("auditQuestion.proof.outside"));
    outside.addClassNames("muted", "small");
    add(outside);
  }

  private void consent(ConsentProof found) {
    ConsentProof.Given given = found.given();
    if (found.state().isEmpty() || found.state().equals("ERASED")) {
      sentence(
          "state-quiet",
          Texts.get("auditQuestion.nothing"),
          Texts.get("auditQuestion.consent.erased"));
      return;
    }
    if (given == null) {
      sentence(
          "state-wait",
          Texts.get("auditQuestion.nothing"),
          Texts.get("auditQuestion.consent.none"));
      return;
    }
    boolean readable = !given.signer().isEmpty();
    sentence(
        readable ? "state-good" : "state-wait",
        Texts.get("audit.state.sharing." + found.state()),
        Texts.get(
            readable ? "auditQuestion.consent" : "auditQuestion.consent.unreadable",
            DateTexts.date(given.consentedOn()),
            given.textVersion(),
            given.signer()));
    DescriptionList facts = facts();
    fact(facts, "auditQuestion.consent.version", given.textVersion());
    fact(
        facts,
        "auditQuestion.consent.kind",
        Texts.find("consent.kind." + given.kind()).orElse(given.kind()));
    if (!given.ground().isEmpty()) {
      fact(
          facts,
          "field.ground",
          Texts.find("consent.ground." + given.ground()).orElse(given.ground()));
    }
    fact(facts, "field.signer", LogReviewTexts.erasable(given.signer()));
    fact(facts, "field.relationship", given.relationship());
    fact(facts, "field.explainer", LogReviewTexts.erasable(given.explainer()));
    fact(facts, "auditScope.FACILITY", given.facility());
    LocalDate confirmedOn = given.confirmedOn();
    if (confirmedOn != null) {
      fact(facts, "auditQuestion.consent.confirmed", DateTexts.date(confirmedOn));
    }
    Instant recordedAt = given.recordedAt();
    if (recordedAt != null) {
      fact(
          facts,
          "auditQuestion.consent.recorded",
          LogReviewTexts.by(given.recordedBy(), recordedAt));
    }
    proven(facts, given.eventId(), given.proven());
    Div card = new Div(new H2(Texts.get("audit.ground.consent")), facts);
    card.addClassName("card");
    add(card, new H2(Texts.get("auditQuestion.papers", found.papers().size())));
    for (ConsentProof.Paper paper : found.papers()) {
      DescriptionList kept = facts();
      fact(kept, "auditQuestion.paper.kept", LogReviewTexts.by(paper.keptBy(), paper.keptAt()));
      fact(kept, "auditScope.FACILITY", paper.facility());
      fact(kept, "field.paperLocation", LogReviewTexts.erasable(paper.place()));
      fact(
          kept,
          "auditQuestion.paper.files",
          Texts.get("auditQuestion.paper.hidden", paper.files()));
      Div sheet = new Div(kept);
      sheet.addClassName("card");
      add(sheet);
    }
    if (found.papers().isEmpty()) {
      add(new Paragraph(Texts.get("auditQuestion.papers.none")));
    }
  }

  private void purge(PurgeProof found) {
    if (found.unreadable()) {
      sentence(
          "state-good", Texts.get("auditQuestion.purge.gone"), Texts.get("auditQuestion.purge"));
    } else if (found.state().equals("PURGED")) {
      sentence(
          "state-bad",
          Texts.get("audit.proof.broken"),
          Texts.get("auditQuestion.purge.left", found.rows()));
    } else {
      sentence(
          "state-wait",
          Texts.get("auditQuestion.purge.not"),
          Texts.get(
              found.state().isEmpty()
                  ? "auditQuestion.purge.unknown"
                  : found.state().equals("DELETED")
                      ? "auditQuestion.purge.deleted"
                      : "auditQuestion.purge.there"));
    }
    if (found.state().isEmpty()) {
      return;
    }
    DescriptionList facts = facts();
    Instant destroyedAt = found.keyDestroyedAt();
    fact(
        facts,
        "auditQuestion.purge.key",
        destroyedAt != null
            ? Texts.get("auditQuestion.purge.keyDestroyed", DateTexts.exact(destroyedAt))
            : Texts.get(
                found.key() ? "auditQuestion.purge.keyThere" : "auditQuestion.purge.keyNever"));
    fact(facts, "auditQuestion.purge.rows", Texts.get("auditQuestion.count", found.rows()));
    found.history().stream()
        .filter(event -> event.code().equals("DocumentPurged"))
        .findFirst()
        .ifPresent(event -> proven(facts, event.eventId(), found.proven()));
    Div card = new Div(new H2(Texts.get("auditQuestion.purge.now")), facts);
    card.addClassName("card");
    add(card, new H2(Texts.get("auditQuestion.history")));
    AnswerTable table =
        new AnswerTable("audit.when", "audit.action", "audit.actor", "audit.eventId");
    found
        .history()
        .forEach(event ->
            table.row(
                AnswerTable.text(DateTexts.exact(event.at())),
                AnswerTable.text(StepTexts.action(event.code())),
                AnswerTable.lines(event.name(), event.facility()),
                AnswerTable.text(event.eventId())));
    add(table);
    Paragraph outside = new Paragraph(Texts.get("auditQuestion.purge.outside"));
    outside.addClassNames("muted", "small");
    add(outside);
  }

  private void reviews(LogReviewList found) {
    LogReviewRow last =
        found.rows().stream()
            .filter(row -> row.state() != LogReviewState.RUNNING)
            .findFirst()
            .orElse(null);
    if (last == null) {
      sentence(
          "state-quiet",
          Texts.get("auditQuestion.nothing"),
          Texts.get("auditQuestion.review.none"));
    } else {
      Instant signedAt = last.signedAt();
      sentence(
          signedAt == null ? "state-bad" : "state-good",
          Texts.of("logReview.state", last.state()),
          signedAt == null
              ? Texts.get("auditQuestion.review.not", LogReviewTexts.period(last.period()))
              : Texts.get(
                  "auditQuestion.review.signed",
                  LogReviewTexts.period(last.period()),
                  LogReviewTexts.by(last.signedBy(), signedAt)));
    }
    AnswerTable table =
        new AnswerTable(
            "logReview.period", "auditQuestion.state", "logReview.signedBy", "logReview.questions");
    for (LogReviewRow row : found.rows()) {
      Instant signedAt = row.signedAt();
      table.row(
          new Anchor("/log-review/" + row.reviewId(), LogReviewTexts.period(row.period())),
          LogReviewTexts.state(row.state()),
          AnswerTable.text(
              signedAt == null
                  ? Texts.get("logReview.notSigned")
                  : LogReviewTexts.by(row.signedBy(), signedAt)),
          AnswerTable.text(
              Texts.get(
                  "logReview.card.questions",
                  row.questions(),
                  row.unanswered(),
                  row.unsettled(),
                  row.improvements(),
                  row.incidents())));
    }
    add(table);
  }

  private static void proven(
      DescriptionList facts, String eventId, RecordProof.@Nullable Inclusion proven) {
    fact(facts, "audit.eventId", eventId);
    fact(
        facts,
        "audit.proof",
        proven == null
            ? Texts.get("audit.proof.notYet")
            : Texts.get(
                proven.holds() ? "auditQuestion.proven" : "audit.proof.broken.meaning",
                DateTexts.exact(proven.signedAt()),
                Long.toString(proven.position() + 1),
                Long.toString(proven.size())));
  }

  private static DescriptionList facts() {
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    return facts;
  }

  private static void fact(DescriptionList facts, String key, String value) {
    if (!value.isEmpty()) {
      LogReviewTexts.fact(facts, key, value);
    }
  }
}
