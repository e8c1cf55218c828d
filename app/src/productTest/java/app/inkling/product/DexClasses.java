package app.inkling.product;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jf.dexlib2.AccessFlags;
import org.jf.dexlib2.DexFileFactory;
import org.jf.dexlib2.Opcodes;
import org.jf.dexlib2.dexbacked.DexBackedDexFile;
import org.jf.dexlib2.iface.ClassDef;
import org.jf.dexlib2.iface.Field;
import org.jf.dexlib2.iface.Method;
import org.jf.dexlib2.iface.MultiDexContainer;
import org.jf.dexlib2.iface.instruction.Instruction;
import org.jf.dexlib2.iface.instruction.ReferenceInstruction;
import org.jf.dexlib2.iface.reference.FieldReference;
import org.jf.dexlib2.iface.reference.MethodReference;
import org.jf.dexlib2.iface.reference.Reference;
import org.jf.dexlib2.iface.reference.TypeReference;

/**
 * All classes in an APK's dex files, and what they refer to. Types are written as in dex:
 * {@code Ljava/lang/String;}.
 */
final class DexClasses {
  private final Map<String, ClassDef> classes = new TreeMap<>();
  private final Set<String> types = new TreeSet<>();
  private final List<MethodReference> methods = new ArrayList<>();
  private final List<FieldReference> fields = new ArrayList<>();

  static DexClasses read(Path apk) throws IOException {
    DexClasses dex = new DexClasses();
    MultiDexContainer<? extends DexBackedDexFile> files =
        DexFileFactory.loadDexContainer(apk.toFile(), Opcodes.getDefault());
    for (String name : files.getDexEntryNames()) {
      DexBackedDexFile file = files.getEntry(name).getDexFile();
      file.getClasses().forEach(c -> dex.classes.put(c.getType(), c));
      file.getTypeReferences().forEach(t -> dex.types.add(elementType(t.getType())));
      dex.methods.addAll(file.getMethodSection());
      dex.fields.addAll(file.getFieldSection());
    }
    return dex;
  }

  /** The names of all classes, written as in Java: {@code java.util.Map$Entry}. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    classes.keySet().forEach(type -> names.add(type.substring(1, type.length() - 1).replace('/', '.')));
    return names;
  }

  boolean has(String type) {
    return classes.containsKey(type);
  }

  /**
   * The native methods of all classes below {@code packagePath}, as {@code Lclass;->name(parameters)result}.
   */
  Set<String> nativeMethods(String packagePath) {
    Set<String> found = new TreeSet<>();
    for (ClassDef type : classes.values()) {
      if (type.getType().startsWith("L" + packagePath)) {
        for (Method method : type.getMethods()) {
          if (AccessFlags.NATIVE.isSet(method.getAccessFlags())) {
            found.add(type.getType() + "->" + text(method));
          }
        }
      }
    }
    return found;
  }

  /**
   * The types below {@code packagePath} that extend {@code ancestor}, at any distance, and are not abstract.
   */
  Set<String> concreteSubclasses(String packagePath, String ancestor) {
    Set<String> found = new TreeSet<>();
    for (ClassDef type : classes.values()) {
      boolean concrete = !AccessFlags.ABSTRACT.isSet(type.getAccessFlags());
      if (concrete && type.getType().startsWith("L" + packagePath) && extendsType(type, ancestor)) {
        found.add(type.getType());
      }
    }
    return found;
  }

  boolean hasConstructor(String type, String parameters) {
    ClassDef found = classes.get(type);
    return found != null && StreamSupport.stream(found.getDirectMethods().spliterator(), false)
        .anyMatch(method -> text(method).equals("<init>(" + parameters + ")V"));
  }

  /**
   * What these classes refer to and neither they, nor {@code others}, nor Android itself have: types, methods
   * and fields.
   */
  Set<String> unresolved(DexClasses others, Platform platform) {
    Map<String, ClassDef> known = new HashMap<>(others.classes);
    known.putAll(classes);
    Members members = new Members(known, platform);
    Set<String> missing = new TreeSet<>();
    for (String type : types) {
      if (!members.isType(type)) {
        missing.add(type);
      }
    }
    for (MethodReference method : methods) {
      addIfMissing(method.getDefiningClass(), text(method), members, missing);
    }
    for (FieldReference field : fields) {
      addIfMissing(field.getDefiningClass(), text(field), members, missing);
    }
    return missing;
  }

  /** The methods that classes below {@code packagePath} declare, as {@code Lclass;->name(parameters)result}. */
  Set<String> methods(String packagePath) {
    Set<String> found = new TreeSet<>();
    for (ClassDef type : classes.values()) {
      if (type.getType().startsWith("L" + packagePath)) {
        type.getMethods().forEach(method -> found.add(type.getType() + "->" + text(method)));
      }
    }
    return found;
  }

  /** The types, methods and fields that the code of classes below {@code packagePath} refers to. */
  Set<String> references(String packagePath) {
    Set<String> found = new TreeSet<>();
    for (ClassDef type : classes.values()) {
      if (type.getType().startsWith("L" + packagePath)) {
        for (Method method : type.getMethods()) {
          if (method.getImplementation() != null) {
            method.getImplementation().getInstructions().forEach(instruction -> addReference(instruction, found));
          }
        }
      }
    }
    return found;
  }

  private static void addReference(Instruction instruction, Set<String> found) {
    if (!(instruction instanceof ReferenceInstruction referring)) {
      return;
    }
    Reference reference = referring.getReference();
    if (reference instanceof MethodReference method) {
      found.add(elementType(method.getDefiningClass()) + "->" + text(method));
    } else if (reference instanceof FieldReference field) {
      found.add(elementType(field.getDefiningClass()) + "->" + text(field));
    } else if (reference instanceof TypeReference type) {
      found.add(elementType(type.getType()));
    }
  }

  private boolean extendsType(ClassDef type, String ancestor) {
    for (ClassDef at = type; at != null; at = classes.get(at.getSuperclass())) {
      if (ancestor.equals(at.getSuperclass())) {
        return true;
      }
    }
    return false;
  }

  private static String elementType(String type) {
    return type.replaceFirst("^\\[+", "");
  }

  /** A missing type is told once, not with each of its members. */
  private static void addIfMissing(String type, String member, Members members, Set<String> missing) {
    if (members.isType(type) && !members.has(type, member)) {
      missing.add(type + "->" + member);
    }
  }

  private static String text(MethodReference method) {
    String parameters = String.join("", method.getParameterTypes());
    return method.getName() + "(" + parameters + ")" + method.getReturnType();
  }

  private static String text(FieldReference field) {
    return field.getName() + ":" + field.getType();
  }

  /** Looks members up as the runtime does: in the class, its superclasses, its interfaces. */
  private record Members(Map<String, ClassDef> known, Platform platform) {
    boolean isType(String type) {
      return type.length() == 1 || type.startsWith("[") || known.containsKey(type) || platform.hasType(type);
    }

    boolean has(String type, String member) {
      ClassDef found = known.get(type);
      if (found == null) {
        return type.startsWith("[") || platform.hasMember(type, member);
      }
      return declares(found, member) || above(found).stream().anyMatch(parent -> has(parent, member));
    }

    private static boolean declares(ClassDef type, String member) {
      for (Method method : type.getMethods()) {
        if (text(method).equals(member)) {
          return true;
        }
      }
      for (Field field : type.getFields()) {
        if (text(field).equals(member)) {
          return true;
        }
      }
      return false;
    }

    private static List<String> above(ClassDef type) {
      List<String> parents = new ArrayList<>(type.getInterfaces());
      if (type.getSuperclass() != null) {
        parents.add(type.getSuperclass());
      }
      return parents;
    }
  }
}
