package jp.tsunagaru.careteam.view;

import com.vaadin.flow.component.UI;

/** Ways to the groups of users. */
public final class GroupNavigation {
  public static final String GROUPS = "groups";

  private GroupNavigation() {}

  public static void openGroups() {
    UI.getCurrent().navigate(GroupsView.class);
  }
}
