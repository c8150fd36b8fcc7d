package jp.tsunagaru.document.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.query.GetTeam;
import jp.tsunagaru.careteam.query.Team;
import jp.tsunagaru.careteam.query.TeamMember;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import org.jspecify.annotations.Nullable;

/** 公開範囲 (TM-04): the whole team, chosen people and groups, or professions. */
final class VisibilityField extends Div {
  private final Gateways gateways;
  private final PatientId patientId;
  private final Runnable changed;
  private final Select<Visibility.Scope> scope = new Select<>();
  private final MultiSelectComboBox<Choice> chosen =
      new MultiSelectComboBox<>(Texts.get("document.visibility.chosen"));
  private final MultiSelectComboBox<Profession> professions =
      new MultiSelectComboBox<>(Texts.get("document.visibility.professions"));
  private final Div warning = new Div();
  private List<TeamMember> team = List.of();
  private boolean teamKnown;
  private Visibility wanted = Visibility.TEAM;

  VisibilityField(Gateways gateways, PatientId patientId, Runnable changed) {
    this.gateways = gateways;
    this.patientId = patientId;
    this.changed = changed;

    scope.setLabel(Texts.get("document.visibility"));
    scope.setItems(Visibility.Scope.values());
    scope.setItemLabelGenerator(each -> Texts.of("document.visibility", each));
    scope.setValue(Visibility.Scope.TEAM);
    chosen.setItemLabelGenerator(Choice::label);
    professions.setItems(Profession.values());
    professions.setItemLabelGenerator(Names::of);
    warning.addClassName("visibility-warning");
    warning.getElement().setAttribute("aria-live", "polite");
    scope.addValueChangeListener(event -> {
      arrange();
      tell(event.isFromClient());
    });
    chosen.addValueChangeListener(event -> {
      warn();
      tell(event.isFromClient());
    });
    professions.addValueChangeListener(event -> {
      warn();
      tell(event.isFromClient());
    });

    addClassName("visibility");
    add(scope, chosen, professions, warning);
    arrange();
  }

  void setValue(Visibility visibility) {
    wanted = visibility;
    scope.setValue(visibility.scope());
    professions.setValue(visibility.professions());
    select();
    arrange();
  }

  Visibility getValue() {
    return switch (scope.getValue()) {
      case TEAM -> Visibility.TEAM;
      case SELECTED -> teamKnown ? selected() : wanted;
      case PROFESSIONS ->
          new Visibility(Visibility.Scope.PROFESSIONS, Set.of(), Set.of(), professions.getValue());
    };
  }

  /** Whether the choice names anybody; marks the field when it does not. */
  boolean check() {
    Visibility value = getValue();
    boolean nobody =
        value.scope() != Visibility.Scope.TEAM
            && value.accounts().isEmpty()
            && value.groups().isEmpty()
            && value.professions().isEmpty();
    for (MultiSelectComboBox<?> box : List.of(chosen, professions)) {
      box.setErrorMessage(Texts.get("document.visibility.nobody"));
      box.setInvalid(nobody && box.isVisible());
    }
    return !nobody;
  }

  private Visibility selected() {
    return new Visibility(
        Visibility.Scope.SELECTED,
        chosen.getValue().stream()
            .map(Choice::accountId)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet()),
        chosen.getValue().stream()
            .map(Choice::groupId)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet()),
        Set.of());
  }

  private void arrange() {
    Visibility.Scope now = scope.getValue();
    chosen.setVisible(now == Visibility.Scope.SELECTED);
    professions.setVisible(now == Visibility.Scope.PROFESSIONS);
    warn();
    if (now != Visibility.Scope.TEAM && !teamKnown) {
      gateways.ask(new GetTeam(patientId), Team.class, this::offer);
    }
  }

  /** TM-04: the 主治医 is among those who see it, or it is said who is not. */
  private void warn() {
    warning.removeAll();
    if (scope.getValue() == Visibility.Scope.TEAM || !teamKnown) {
      return;
    }
    Map<AccountId, TeamMember> physicians = new LinkedHashMap<>();
    team.stream()
        .filter(member -> member.terms().role() == TeamRole.ATTENDING_PHYSICIAN)
        .forEach(member -> physicians.put(Objects.requireNonNull(member.accountId()), member));
    List<TeamMember> left =
        physicians.entrySet().stream()
            .filter(physician -> !sees(physician.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (left.isEmpty()) {
      Span calm =
          new Span(
              physicians.isEmpty()
                  ? Texts.get("document.visibility.noPhysician")
                  : Texts.get("document.visibility.withPhysician", names(physicians.values())));
      calm.addClassNames("small", "muted");
      warning.add(calm);
      return;
    }
    Span word = new Span(Texts.get("document.visibility.withoutPhysician", names(left)));
    word.addClassName("warning");
    Button include = new Button(Texts.get("document.visibility.include"), click -> include(left));
    include.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    warning.add(word, include);
  }

  private static String names(Collection<TeamMember> members) {
    return members.stream()
        .map(member -> Texts.get("document.visibility.named", member.name()))
        .collect(Collectors.joining(Texts.get("list.separator")));
  }

  /** Whoever writes sees it in any case. */
  private boolean sees(AccountId account) {
    Visibility value = getValue();
    return SignedInUser.require().accountId().equals(account)
        || value.accounts().contains(account)
        || team.stream()
            .filter(row -> Objects.equals(row.accountId(), account))
            .anyMatch(row ->
                row.groupId() != null && value.groups().contains(row.groupId())
                    || row.profession() != null && value.professions().contains(row.profession()));
  }

  private void include(List<TeamMember> left) {
    if (scope.getValue() == Visibility.Scope.PROFESSIONS) {
      Set<Profession> more = new HashSet<>(professions.getValue());
      left.stream().map(TeamMember::profession).filter(Objects::nonNull).forEach(more::add);
      professions.setValue(more);
    } else {
      Set<Choice> more = new HashSet<>(chosen.getValue());
      chosen
          .getListDataView()
          .getItems()
          .filter(choice ->
              left.stream()
                  .anyMatch(member -> Objects.equals(member.accountId(), choice.accountId())))
          .forEach(more::add);
      chosen.setValue(more);
    }
    changed.run();
  }

  private void offer(Team found) {
    List<Choice> choices = new ArrayList<>();
    team =
        found.members().stream()
            .filter(member -> member.ended() == null && member.accountId() != null)
            .toList();
    for (TeamMember member : found.members()) {
      boolean direct = member.accountId() != null;
      boolean known =
          choices.stream()
              .anyMatch(choice -> direct && Objects.equals(choice.accountId(), member.accountId()));
      if (member.ended() == null && !known) {
        choices.add(
            new Choice(
                member.accountId(),
                direct ? null : member.groupId(),
                Texts.get(
                    direct ? "document.visibility.person" : "document.visibility.group",
                    member.name(),
                    Optional.ofNullable(member.profession()).map(Names::of).orElse(""))));
      }
    }
    chosen.setItems(choices);
    teamKnown = true;
    select();
    warn();
  }

  private void select() {
    if (teamKnown) {
      chosen.setValue(
          chosen
              .getListDataView()
              .getItems()
              .filter(choice ->
                  choice.accountId() != null && wanted.accounts().contains(choice.accountId())
                      || choice.groupId() != null && wanted.groups().contains(choice.groupId()))
              .collect(Collectors.toSet()));
    }
  }

  private void tell(boolean fromClient) {
    if (fromClient) {
      changed.run();
    }
  }

  private record Choice(@Nullable AccountId accountId, @Nullable GroupId groupId, String label) {}
}
