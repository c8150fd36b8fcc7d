package jp.tsunagaru.account.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.AttestationVerdict;
import jp.tsunagaru.audit.HeldRights;
import jp.tsunagaru.audit.query.AttestedAccount;
import jp.tsunagaru.audit.view.AttestationTexts;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.ProfessionBadge;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** One account with what it may do, what changed since it was last confirmed, and the answer. */
class AttestedAccountCard extends Div {
  private final transient AttestedAccount account;
  private final transient Consumer<AttestationVerdict> answer;
  private final transient Runnable stop;
  private @Nullable Button first;

  /**
   * @param open whether the quarter is not signed yet
   * @param stop leads to the end of the account
   */
  AttestedAccountCard(
      AttestedAccount account,
      boolean open,
      Instant now,
      Consumer<AttestationVerdict> answer,
      Runnable stop) {
    this.account = account;
    this.answer = answer;
    this.stop = stop;
    addClassNames("card", "deleted-card", "attested-account");
    add(person(), facts(now), answers(open));
    if (account.uncorrected() && account.verdict() != null) {
      add(correction());
    }
  }

  boolean isOf(AccountId accountId) {
    return account.held().accountId().equals(accountId);
  }

  boolean unanswered() {
    return account.verdict() == null;
  }

  void focus() {
    Button target = first;
    if (target != null) {
      target.focus();
    }
  }

  private boolean own() {
    return account.held().accountId().equals(SignedInUser.require().accountId());
  }

  private Div person() {
    Span kana = new Span(account.name().kana());
    kana.addClassNames("muted", "small");
    Div lines = new Div(new H3(account.name().full()), kana);
    lines.addClassName("two-lines");
    Span profession = new Span(Names.of(account.held().profession()));
    profession.addClassNames("muted", "small");
    Div person = new Div(new ProfessionBadge(account.held().profession()), lines, profession);
    if (own()) {
      mark(person, Texts.get("attestation.me"), "state-quiet");
    }
    if (account.uncorrected() && account.verdict() == null) {
      mark(person, Texts.get("attestation.uncorrected"), "state-bad");
    }
    if (account.added()) {
      mark(person, Texts.get("attestation.added"), "state-wait");
    }
    if (account.unused()) {
      mark(person, Texts.get("attestation.unused"), "state-wait");
    }
    HeldRights before = account.before();
    if (before != null) {
      markChanges(person, before, account.held());
    }
    person.addClassName("row");
    return person;
  }

  private static void markChanges(Div person, HeldRights before, HeldRights now) {
    if (before.profession() != now.profession()) {
      mark(
          person, Texts.get("attestation.profession", Names.of(before.profession())), "state-wait");
    }
    Set<Role> roles = new HashSet<>(now.roles());
    roles.removeAll(before.roles());
    if (!roles.isEmpty()) {
      mark(person, Texts.get("attestation.moreRoles", Names.roles(roles)), "state-wait");
    }
    Set<Right> rights = EnumSet.noneOf(Right.class);
    rights.addAll(now.rights());
    rights.removeAll(before.rights());
    if (!rights.isEmpty()) {
      mark(person, Texts.get("attestation.more", names(rights)), "state-wait");
    }
    if (now.teams() > before.teams()) {
      mark(person, Texts.get("attestation.moreTeams", before.teams(), now.teams()), "state-wait");
    }
    if (now.groups() > before.groups()) {
      mark(
          person, Texts.get("attestation.moreGroups", before.groups(), now.groups()), "state-wait");
    }
  }

  private static void mark(Div person, String words, String look) {
    person.add(AttestationTexts.chip(words, look));
  }

  private static String names(Collection<Right> rights) {
    return rights.stream()
        .sorted()
        .map(Names::of)
        .collect(Collectors.joining(Texts.get("list.separator")));
  }

  private DescriptionList facts(Instant now) {
    HeldRights held = account.held();
    Instant last = account.lastSignIn();
    DescriptionList facts = new DescriptionList();
    facts.addClassName("attested-facts");
    fact(facts, "attestation.roles", Names.roles(held.roles()));
    fact(facts, "attestation.teams", Texts.get("attestation.teams.many", held.teams()));
    fact(
        facts,
        "attestation.strongest",
        held.rights().stream()
            .max(Comparator.naturalOrder())
            .map(Names::of)
            .orElseGet(() -> Texts.get("attestation.strongest.none")));
    fact(facts, "attestation.groups", Texts.get("attestation.groups.many", held.groups()));
    fact(
        facts,
        "attestation.lastSignIn",
        last == null ? Texts.get("attestation.never.signedIn") : DateTexts.ago(last, now));
    return facts;
  }

  private static void fact(DescriptionList facts, String key, String value) {
    Div pair =
        new Div(new DescriptionList.Term(Texts.get(key)), new DescriptionList.Description(value));
    facts.add(pair);
  }

  private Div answers(boolean open) {
    AttestationVerdict verdict = account.verdict();
    Instant at = account.answeredAt();
    Div answers = new Div();
    answers.addClassName("row");
    if (verdict == null || at == null) {
      answers.add(AttestationTexts.chip(Texts.get("attestation.unanswered"), "state-quiet"));
    } else {
      answers.add(
          AttestationTexts.chip(
              Texts.of("attestation.verdict", verdict),
              verdict == AttestationVerdict.NEEDED ? "state-good" : "state-wait"));
      if (verdict != AttestationVerdict.NEEDED && !account.uncorrected()) {
        answers.add(AttestationTexts.chip(Texts.get("attestation.corrected"), "state-good"));
      }
      Span by = new Span(Texts.get("attestation.by", account.answeredBy(), DateTexts.moment(at)));
      by.addClassNames("muted", "small");
      answers.add(by);
    }
    if (open) {
      String name = account.name().full();
      if (verdict != AttestationVerdict.NEEDED) {
        Button need =
            new Button(
                Texts.get("attestation.need"), click -> answer.accept(AttestationVerdict.NEEDED));
        need.setAriaLabel(Texts.get("attestation.need.of", name));
        if (verdict == null) {
          need.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        first = need;
        answers.add(need);
      }
      if (verdict == null || verdict == AttestationVerdict.NEEDED) {
        Button correct = new Button(Texts.get("attestation.correct"), click -> chooseCorrection());
        correct.setAriaLabel(Texts.get("attestation.correct.of", name));
        first = first == null ? correct : first;
        answers.add(correct);
      }
    }
    return answers;
  }

  private void chooseCorrection() {
    RadioButtonGroup<AttestationVerdict> what =
        new RadioButtonGroup<>(Texts.get("attestation.correct.what"));
    what.setItems(AttestationVerdict.STOP_ACCOUNT, AttestationVerdict.REDUCE_RIGHTS);
    what.setItemLabelGenerator(each -> Texts.of("attestation.verdict", each));
    what.setValue(AttestationVerdict.STOP_ACCOUNT);
    what.addClassName("choices-down");
    Dialog dialog = new Dialog();
    Button mark =
        new Button(
            Texts.get("attestation.correct.do"),
            click -> {
              dialog.close();
              answer.accept(what.getValue());
            });
    mark.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    dialog.setHeaderTitle(Texts.get("attestation.correct.title", account.name().full()));
    dialog.setWidth("min(560px, 98vw)");
    dialog.add(what, new Paragraph(Texts.get("attestation.correct.explained")));
    dialog.getFooter().add(new Button(Texts.get("action.cancel"), click -> dialog.close()), mark);
    dialog.open();
  }

  /** The way to the command that corrects. */
  private Div correction() {
    Div way = new Div();
    way.addClassNames("row", "attention-box");
    if (account.verdict() == AttestationVerdict.REDUCE_RIGHTS) {
      way.add(new Span(Texts.get("attestation.reduce.explained")));
      if (SignedInUser.require().has(Role.FACILITY_ADMIN)) {
        way.add(new Anchor("/groups", Texts.get("attestation.reduce")));
      }
    } else if (own()) {
      way.add(new Span(Texts.get("attestation.stop.self")));
    } else {
      Button end = new Button(Texts.get("attestation.stop"), click -> stop.run());
      end.addThemeVariants(ButtonVariant.LUMO_ERROR);
      way.add(end);
    }
    return way;
  }
}
