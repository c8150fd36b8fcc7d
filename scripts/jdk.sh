# Sourced: finds a JDK that is new enough and sets JAVA_HOME, whatever "java" on the path is.
need_jdk=25

jdk_version() { # folder -> major version, or nothing when it is no JDK
  if [ ! -x "$1/bin/javac" ]; then return 0; fi
  version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1)
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9][0-9]*\).*/\1/p' | head -n 1)
  fi
  echo "$version"
}

find_jdk() {
  javac_on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$javac_on_path" ]; then
    javac_on_path=$(dirname "$(dirname "$(readlink -f "$javac_on_path" 2>/dev/null || echo "$javac_on_path")")")
  fi
  mac_home=
  if [ -x /usr/libexec/java_home ]; then mac_home=$(/usr/libexec/java_home -v "$need_jdk+" 2>/dev/null || true); fi
  for folder in "${JAVA_HOME:-}" "$javac_on_path" "$mac_home" \
      /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      "$HOME"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$folder" ] && [ -d "$folder" ]; then
      version=$(jdk_version "$folder")
      if [ -n "$version" ] && [ "$version" -ge "$need_jdk" ]; then
        echo "$folder"
        return
      fi
    fi
  done
}

JAVA_HOME=$(find_jdk)
if [ -z "$JAVA_HOME" ]; then
  echo "JDK $need_jdk 以上が見つかりません。Temurin などの JDK $need_jdk を入れるか、JAVA_HOME に場所を指定してください。" >&2
  exit 1
fi
export JAVA_HOME
