package jp.tsunagaru.access;

/**
 * A query whose answer goes on paper or into a file: recorded as a print, with its purpose (DC-09).
 */
public interface Prints extends PatientScoped {
  PrintReason reason();

  @Override
  default Right needs() {
    return Right.VIEW;
  }
}
