package org.foerderturm.demo;

/** Names of people who do not exist: first names, and surnames out of a mine. */
final class Invented {
  private static final String[] FIRST =
      ("Ada Adil Aino Alma Anton Ayla Bela Berta Bilal Carla Cem Clara Dario Dilan Edda Elias Emre"
              + " Enno Esra Fatma Fiete Finja Frida Gesa Hakan Hanna Henni Ida Ilja Ines Jale Janne"
              + " Jonte Kalle Karim Kira Leyla Lotte Mila Momo Nadja Nuri Olga Oskar Paula Rasha"
              + " Rieke Samir Selma Tarek Thea Tilda Umut Vera Wanda Yara Zoe")
          .split(" ");
  private static final String[] LAST =
      ("Grubenlicht Förderseil Zechenblum Hängebank Kohlenstein Lorenwagen Seilscheibe Wetterlampe"
              + " Kokslicht Steigerlied Stollenmund Flözwasser Haldengras Schachtuhr Kaukorb"
              + " Grubenhund Spurlatte Pochwerk Erzpfad Tagesanlage Ankerseil Waschkaue Teufelsfahrt"
              + " Bergglas Rutschenbär Hauerlohn Glückaufski Kettenbahn Lampenstube Querschlag"
              + " Sohlengang Wettertür")
          .split(" ");

  private Invented() {}

  /** Another one for each number below 1,800. */
  static String person(int number) {
    return FIRST[number * 7 % FIRST.length]
        + " "
        + LAST[(number * 5 + number / LAST.length) % LAST.length]
        + " (Demo)";
  }
}
