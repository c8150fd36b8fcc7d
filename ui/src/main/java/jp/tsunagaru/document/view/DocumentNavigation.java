package jp.tsunagaru.document.view;

import com.vaadin.flow.component.UI;

/** Ways to what was deleted; articles themselves stand on their patient's page. */
public final class DocumentNavigation {
  public static final String DELETED = "deleted";

  private DocumentNavigation() {}

  public static void openDeleted() {
    UI.getCurrent().navigate(DeletedView.class);
  }
}
