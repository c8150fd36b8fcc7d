package jp.tsunagaru.careteam.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.command.ChangeGroup;
import jp.tsunagaru.careteam.command.CreateGroup;
import jp.tsunagaru.careteam.command.DissolveGroup;
import jp.tsunagaru.careteam.query.Colleague;
import jp.tsunagaru.careteam.query.GroupRow;
import jp.tsunagaru.careteam.query.Groups;
import jp.tsunagaru.careteam.query.ListGroups;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.shell.view.Gateways;
import jp.tsunagaru.shell.view.MainLayout;
import jp.tsunagaru.shell.view.Refusals;
import jp.tsunagaru.shell.view.Soon;
import jp.tsunagaru.shell.view.Texts;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/** 担当者グループ管理 (TM-02, 別紙1④). */
@Route(value = "groups", layout = MainLayout.class)
@RolesAllowed({"CARE_USER", "FACILITY_ADMIN"})
@StyleSheet("context://patient.css")
class GroupsView extends Div implements HasDynamicTitle {
  private final Gateways gateways;
  private final QueryGateway queries;
  private final Div list = new Div();

  GroupsView(Gateways gateways, QueryGateway queries) {
    this.gateways = gateways;
    this.queries = queries;
    H1 title = new H1(getPageTitle());
    Button create =
        new Button(
            Texts.get("careteam.groups.create"), VaadinIcon.PLUS.create(), click -> edit(null));

    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    list.addClassName("cards");

    Div head = new Div(title, create);
    head.addClassName("page-head");
    addClassName("page");
    add(head, new Paragraph(Texts.get("careteam.groups.explained")), list);
    load();
  }

  @Override
  public String getPageTitle() {
    return Texts.get("careteam.groups.title");
  }

  private void load() {
    gateways.ask(new ListGroups(), Groups.class, this::show);
  }

  private void loadWhen(Predicate<List<GroupRow>> shown) {
    Soon.ask(
        gateways,
        new ListGroups(),
        Groups.class,
        groups -> shown.test(groups.groups()),
        this::show,
        Refusals::show);
  }

  private void show(Groups groups) {
    list.removeAll();
    if (groups.groups().isEmpty()) {
      Div empty = new Div(new Span(Texts.get("careteam.groups.empty")));
      empty.addClassName("empty");
      list.add(empty);
    }
    groups.groups().forEach(group -> list.add(card(group)));
  }

  private static boolean shows(GroupRow row, GroupId id, String name, Set<AccountId> members) {
    return row.groupId().equals(id)
        && row.name().equals(name.strip())
        && row.members().size() == members.size();
  }

  private Component card(GroupRow group) {
    H3 name = new H3(group.name());
    Span facts =
        new Span(Texts.get("careteam.groups.facts", group.facility(), group.members().size()));
    facts.addClassName("muted");
    Div people = new Div();
    people.addClassName("people");
    group.members().forEach(member -> people.add(ColleagueBox.row(member)));
    Div card = new Div(name, facts, people);
    card.addClassName("card");
    if (group.mayChange()) {
      Button change = new Button(Texts.get("careteam.change"), click -> edit(group));
      Button dissolve = new Button(Texts.get("careteam.groups.dissolve"), click -> dissolve(group));
      change.setAriaLabel(Texts.get("careteam.changeNamed", group.name()));
      dissolve.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
      Div actions = new Div(change, dissolve);
      actions.addClassName("actions");
      card.add(actions);
    }
    return card;
  }

  private void edit(@Nullable GroupRow group) {
    GroupId newId = GroupId.next();
    List<Colleague> members = new ArrayList<>(group == null ? List.of() : group.members());
    TextField name = new TextField(Texts.get("careteam.groups.name"));
    ColleagueBox colleague = new ColleagueBox(Texts.get("careteam.groups.addMember"), queries);
    Div people = new Div();
    Dialog dialog = new Dialog();
    Button save =
        new Button(Texts.get("action.save"), click -> save(dialog, group, newId, name, members));
    Button cancel = new Button(Texts.get("action.cancel"), click -> dialog.close());

    name.setValue(group == null ? "" : group.name());
    name.setWidthFull();
    name.setRequiredIndicatorVisible(true);
    people.addClassName("people");
    colleague.addValueChangeListener(event -> {
      Colleague chosen = event.getValue();
      if (chosen != null) {
        if (members.stream().noneMatch(m -> m.accountId().equals(chosen.accountId()))) {
          members.add(chosen);
        }
        colleague.clear();
        show(people, members);
      }
    });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    show(people, members);

    dialog.setHeaderTitle(
        group == null
            ? Texts.get("careteam.groups.create")
            : Texts.get("careteam.changeNamed", group.name()));
    dialog.setWidth("min(640px, 96vw)");
    dialog.add(name, colleague, people);
    if (group != null) {
      dialog.add(new Paragraph(Texts.get("careteam.groups.change.explained")));
    }
    dialog.getFooter().add(cancel, save);
    dialog.addClassName("sheet");
    dialog.open();
  }

  private static void show(Div people, List<Colleague> members) {
    people.removeAll();
    for (Colleague member : List.copyOf(members)) {
      Button remove =
          new Button(
              Texts.get("careteam.groups.removeMember"),
              click -> {
                members.remove(member);
                show(people, members);
              });
      remove.setAriaLabel(Texts.get("careteam.groups.removeNamed", member.name()));
      remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
      Div row = ColleagueBox.row(member);
      row.add(remove);
      people.add(row);
    }
  }

  private void save(
      Dialog dialog,
      @Nullable GroupRow group,
      GroupId newId,
      TextField name,
      List<Colleague> members) {
    Set<AccountId> ids =
        members.stream().map(Colleague::accountId).collect(Collectors.toUnmodifiableSet());
    try {
      GroupId id = group == null ? newId : group.groupId();
      Object command =
          group == null
              ? new CreateGroup(id, name.getValue(), ids)
              : new ChangeGroup(id, name.getValue(), ids);
      gateways.send(
          command,
          () -> {
            dialog.close();
            Refusals.done(Texts.get("careteam.groups.saved", name.getValue()));
            loadWhen(rows -> rows.stream().anyMatch(row -> shows(row, id, name.getValue(), ids)));
          });
    } catch (Refused refused) {
      name.setErrorMessage(Refusals.sentence(refused));
      name.setInvalid(true);
      name.focus();
    }
  }

  private void dissolve(GroupRow group) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.get("careteam.groups.dissolveNamed", group.name()));
    dialog.setText(Texts.get("careteam.groups.dissolve.explained", group.members().size()));
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.get("action.cancel"));
    dialog.setConfirmText(Texts.get("careteam.groups.dissolve"));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(confirmed ->
        gateways.send(
            new DissolveGroup(group.groupId()),
            () -> {
              Refusals.done(Texts.get("careteam.groups.dissolved", group.name()));
              loadWhen(
                  rows -> rows.stream().noneMatch(row -> row.groupId().equals(group.groupId())));
            }));
    dialog.open();
  }
}
