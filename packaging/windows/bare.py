"""The least Qt program there is: what the cold start of ours is measured beside."""

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

app = QApplication([])
window = QMainWindow()
window.setWindowTitle("bare")
window.setCentralWidget(QLabel("bare"))
window.resize(1366, 698)
window.show()
app.exec()
