package jp.tsunagaru.axon.vault;

import java.io.IOException;
import java.nio.file.Path;
import jp.tsunagaru.axon.seal.Sealer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
  @Bean
  FileVault fileVault(
      @Value("${tsunagaru.files.directory:${tsunagaru.data:data}/vault}") Path root, Sealer sealer)
      throws IOException {
    return new DirectoryVault(root.toAbsolutePath(), sealer);
  }
}
