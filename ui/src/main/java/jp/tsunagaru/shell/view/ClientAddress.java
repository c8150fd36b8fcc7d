package jp.tsunagaru.shell.view;

import com.vaadin.flow.server.VaadinRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where the present request comes from; blank outside of a request. */
final class ClientAddress {
  private ClientAddress() {}

  static String current() {
    VaadinRequest vaadin = VaadinRequest.getCurrent();
    if (vaadin != null) {
      return vaadin.getRemoteAddr();
    }
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet
        ? servlet.getRequest().getRemoteAddr()
        : "";
  }
}
