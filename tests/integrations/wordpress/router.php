<?php
// Files as they are, everything else to WordPress.
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$file = $_SERVER['DOCUMENT_ROOT'] . $path;
if ($path !== '/' && is_file($file)) {
    return false;
}
if (is_dir($file) && is_file("$file/index.php")) {
    require rtrim($file, '/') . '/index.php';
    return true;
}
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
