package jp.tsunagaru.careteam.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.command.AssignMember;
import jp.tsunagaru.careteam.query.Colleague;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.SignedInUser;
import jp.tsunagaru.shell.view.Texts;
import org.axonframework.queryhandling.QueryGateway;

/** The team of a patient who is being registered: the registrar's part and the first colleagues. */
public final class TeamDraft extends Div {
  private final Map<AccountId, Chosen> people = new LinkedHashMap<>();
  private final Select<TeamRole> ownRole = new Select<>();
  private final Div list = new Div();
  private MembershipTemplate template = MembershipTemplate.builtIn();

  public TeamDraft(Gateways gateways, QueryGateway queries) {
    SignedInUser me = SignedInUser.require();
    ColleagueBox colleague = new ColleagueBox(Texts.get("careteam.colleague"), queries);

    ownRole.setLabel(Texts.get("careteam.ownRole"));
    ownRole.setItems(TeamRole.values());
    ownRole.setItemLabelGenerator(Names::of);
    ownRole.setValue(MembershipTemplate.role(me.profession()));
    ownRole.setHelperText(Texts.get("careteam.ownRole.help"));
    colleague.addValueChangeListener(event -> {
      Colleague chosen = event.getValue();
      if (chosen != null) {
        if (!chosen.accountId().equals(me.accountId())) {
          people.putIfAbsent(
              chosen.accountId(),
              new Chosen(
                  chosen, GrantId.next(), new MembershipForm(template.of(chosen.profession()))));
        }
        colleague.clear();
        show();
      }
    });

    MembershipTemplate.load(gateways, found -> template = found);

    list.addClassName("people");
    addClassName("form");
    add(new Paragraph(Texts.get("careteam.draft.explained")), ownRole, colleague, list);
  }

  public TeamRole ownRole() {
    return ownRole.getValue();
  }

  public List<String> names() {
    return people.values().stream().map(chosen -> ColleagueBox.label(chosen.colleague())).toList();
  }

  /** Whether everybody's terms can be read. */
  public boolean check() {
    return people.values().stream().allMatch(chosen -> chosen.form().read().isPresent());
  }

  /** One command for each, always with the same ids, so that a second try assigns nobody twice. */
  public List<AssignMember> commands(PatientId patientId) {
    return people.values().stream()
        .map(chosen -> {
          MembershipTerms terms =
              chosen.form().read().orElseGet(() -> template.of(chosen.colleague().profession()));
          return new AssignMember(
              CareTeamId.of(patientId),
              patientId,
              chosen.grantId(),
              chosen.colleague().accountId(),
              terms);
        })
        .toList();
  }

  private void show() {
    list.removeAll();
    if (!people.isEmpty()) {
      list.add(new H3(Texts.get("careteam.draft.chosen", people.size())));
    }
    for (Chosen chosen : List.copyOf(people.values())) {
      Button remove =
          new Button(
              Texts.get("careteam.groups.removeMember"),
              click -> {
                people.remove(chosen.colleague().accountId());
                show();
              });
      remove.setAriaLabel(Texts.get("careteam.groups.removeNamed", chosen.colleague().name()));
      remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
      Div head = ColleagueBox.row(chosen.colleague());
      head.add(new Span(), remove);
      Div card = new Div(head, chosen.form());
      card.addClassName("card");
      list.add(card);
    }
  }

  private record Chosen(Colleague colleague, GrantId grantId, MembershipForm form) {}
}
