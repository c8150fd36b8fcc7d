package jp.tsunagaru.form.view;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormKind;
import org.jspecify.annotations.Nullable;

/**
 * What an address of the tab asks for: the list, one form, or a new one.
 *
 * @param form to open
 * @param kind of a new form
 * @param copy whether the new form begins as a copy of the last one
 * @param replaces the confirmed form that the new one takes the place of
 */
record FormAddress(
    @Nullable DocumentId form,
    @Nullable FormKind kind,
    boolean copy,
    @Nullable DocumentId replaces) {
  static final FormAddress LIST = new FormAddress(null, null, false, null);

  private static final String FORM = "form";
  private static final String NEW = "new";
  private static final String COPY = "copy";
  private static final String REPLACES = "replaces";

  static FormAddress of(DocumentId form) {
    return new FormAddress(form, null, false, null);
  }

  static FormAddress begin(FormKind kind, boolean copy) {
    return new FormAddress(null, kind, copy, null);
  }

  static FormAddress inPlaceOf(DocumentId form, FormKind kind) {
    return new FormAddress(null, kind, true, form);
  }

  /** An address that names nothing known is that of the list. */
  static FormAddress read(QueryParameters address) {
    Optional<FormKind> kind =
        address
            .getSingleParameter(NEW)
            .flatMap(name ->
                Arrays.stream(FormKind.values())
                    .filter(each -> each.name().equals(name))
                    .findFirst());
    if (kind.isPresent()) {
      return new FormAddress(
          null,
          kind.get(),
          address.getSingleParameter(COPY).isPresent(),
          id(address, REPLACES).orElse(null));
    }
    return id(address, FORM).map(FormAddress::of).orElse(LIST);
  }

  QueryParameters write() {
    Map<String, String> parameters = new HashMap<>();
    if (form != null) {
      parameters.put(FORM, form.value());
    }
    if (kind != null) {
      parameters.put(NEW, kind.name());
    }
    if (copy) {
      parameters.put(COPY, "1");
    }
    if (replaces != null) {
      parameters.put(REPLACES, replaces.value());
    }
    return QueryParameters.simple(parameters);
  }

  private static Optional<DocumentId> id(QueryParameters address, String name) {
    try {
      return address.getSingleParameter(name).map(DocumentId::new);
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
