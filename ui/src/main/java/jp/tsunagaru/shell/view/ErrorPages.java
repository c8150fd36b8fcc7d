package jp.tsunagaru.shell.view;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What went wrong outside the views is told as a page, whatever the client says it accepts. */
@Controller
class ErrorPages implements ErrorController {
  @RequestMapping("${server.error.path:/error}")
  String error(HttpServletRequest request, HttpServletResponse response) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    response.setStatus(status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND);
    response.setContentType("text/html");
    return "error";
  }
}
