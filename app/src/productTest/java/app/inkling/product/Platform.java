package app.inkling.product;

import android.app.Activity;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What Android itself has: the classes the app was compiled against, and Java's own. Nothing of them is run.
 */
final class Platform {
  private final ClassLoader loader = new URLClassLoader(
      new URL[] {Activity.class.getProtectionDomain().getCodeSource().getLocation()},
      ClassLoader.getPlatformClassLoader());
  private final Map<String, Optional<Class<?>>> types = new ConcurrentHashMap<>();
  private final Map<Class<?>, Set<String>> members = new ConcurrentHashMap<>();

  boolean hasType(String type) {
    return type(type).isPresent();
  }

  /** @param member as {@code name(parameters)result} or {@code name:type}, in the letters of dex */
  boolean hasMember(String type, String member) {
    return type(type).map(found -> members.computeIfAbsent(found, Platform::allMembers).contains(member))
        .orElse(false);
  }

  private Optional<Class<?>> type(String type) {
    return types.computeIfAbsent(type, name -> {
      try {
        String className = name.substring(1, name.length() - 1).replace('/', '.');
        return Optional.of(Class.forName(className, false, loader));
      } catch (ClassNotFoundException e) {
        return Optional.empty();
      }
    });
  }

  private static Set<String> allMembers(Class<?> type) {
    Set<String> found = new HashSet<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      addMembers(at, found);
    }
    Arrays.stream(type.getMethods()).forEach(method -> found.add(text(method)));
    Arrays.stream(type.getFields()).forEach(field -> found.add(text(field)));
    if (type.isInterface()) {
      addMembers(Object.class, found);
    }
    return found;
  }

  private static void addMembers(Class<?> type, Set<String> found) {
    Arrays.stream(type.getDeclaredMethods()).forEach(method -> found.add(text(method)));
    Arrays.stream(type.getDeclaredConstructors()).forEach(constructor -> found.add(text(constructor)));
    Arrays.stream(type.getDeclaredFields()).forEach(field -> found.add(text(field)));
  }

  private static String text(Field field) {
    return field.getName() + ":" + field.getType().descriptorString();
  }

  private static String text(Executable member) {
    Class<?> result = member instanceof Method method ? method.getReturnType() : void.class;
    String name = member instanceof Constructor ? "<init>" : member.getName();
    return name + MethodType.methodType(result, member.getParameterTypes()).toMethodDescriptorString();
  }
}
